// The bot in Azure: Container Apps, PostgreSQL, Key Vault and Azure Bot, signed in without a secret: by an app registration that
// trusts the managed identity made here (a federated credential), or by that identity itself.
// deploy/README.md says what of this was checked, and docs/set-up.md what to do before and after.
targetScope = 'resourceGroup'

@description('Begins every name: a small letter, then small letters and digits, 3 to 10 in all. The longest name made of it has 24.')
@minLength(3)
@maxLength(10)
param name string

@description('Where the data lies; a region of the United Kingdom for a school there.')
param location string = 'uksouth'

@description('The image of the bot (deploy/Dockerfile) in a registry that needs no sign-in, or in the one named below.')
param image string

@description('The host of a private registry from which the identity may pull (AcrPull), or nothing.')
param registry string = ''

@description('The id of the app registration (BOT_ID), or nothing where the bot is the managed identity itself.')
param appId string = ''

@description('The password of the database. Letters and digits only: it stands in an address.')
@secure()
@minLength(24)
param databasePassword string

@description('A name of your own for the bot, whose certificate is bound by hand; without it the name that Azure gives.')
param domain string = ''

var unique = uniqueString(resourceGroup().id)
var databaseUser = 'staffroom'
var isFederated = !empty(appId)
var botId = isFederated ? appId : identity.properties.clientId
var databaseName = 'staffroom'
var publicHost = empty(domain) ? '${name}.${environment.properties.defaultDomain}' : domain
var shares = ['keys', 'policies', 'backups']
// Who may read a secret of the vault: the built-in role "Key Vault Secrets User".
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-bot'
  location: location
}

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 30
  }
}

resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: '${name}-${unique}'
  location: location
  properties: {
    tenantId: subscription().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
  }
}

resource databaseSecret 'Microsoft.KeyVault/vaults/secrets@2023-07-01' = {
  parent: vault
  name: 'database-url'
  properties: {
    value: 'postgresql://${databaseUser}:${databasePassword}@${database.properties.fullyQualifiedDomainName}:5432/${databaseName}?sslmode=verify-full'
  }
}

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: secretsUser
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource database 'Microsoft.DBforPostgreSQL/flexibleServers@2024-08-01' = {
  name: '${name}-db-${unique}'
  location: location
  sku: { name: 'Standard_B1ms', tier: 'Burstable' }
  properties: {
    version: '16'
    administratorLogin: databaseUser
    administratorLoginPassword: databasePassword
    storage: { storageSizeGB: 32 }
    backup: { backupRetentionDays: 7, geoRedundantBackup: 'Disabled' }
    highAvailability: { mode: 'Disabled' }
  }

  resource own 'databases' = {
    name: databaseName
  }

  // From addresses of Azure alone; the password and TLS do the rest. A private network is better where you have one.
  resource fromAzure 'firewallRules' = {
    name: 'from-azure'
    properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
    dependsOn: [own]
  }
}

resource files 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: '${name}${unique}'
  location: location
  sku: { name: 'Standard_ZRS' }
  kind: 'StorageV2'
  properties: {
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
    allowBlobPublicAccess: false
  }

  resource service 'fileServices' = {
    name: 'default'

    resource share 'shares' = [
      for share in shares: {
        name: share
        properties: { shareQuota: 20 }
      }
    ]
  }
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-env'
  location: location
  properties: {
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }

  resource storage 'storages' = [
    for share in shares: {
      name: share
      properties: {
        azureFile: {
          accountName: files.name
          accountKey: files.listKeys().keys[0].value
          shareName: share
          accessMode: share == 'policies' ? 'ReadOnly' : 'ReadWrite'
        }
      }
      dependsOn: [files::service::share]
    }
  ]
}

resource app 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: { '${identity.id}': {} }
  }
  properties: {
    managedEnvironmentId: environment.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: {
        external: true
        targetPort: 3978
        allowInsecure: false
        transport: 'http'
      }
      registries: empty(registry) ? [] : [{ server: registry, identity: identity.id }]
      secrets: [
        {
          name: 'database-url'
          keyVaultUrl: databaseSecret.properties.secretUri
          identity: identity.id
        }
      ]
    }
    template: {
      // One is enough; more share the database and the keys.
      scale: { minReplicas: 1, maxReplicas: 2 }
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'staffroom'
          image: image
          resources: { cpu: json('0.5'), memory: '1Gi' }
          env: [
            { name: 'STAFFROOM_MODE', value: 'production' }
            { name: 'HOST', value: '0.0.0.0' }
            { name: 'PORT', value: '3978' }
            { name: 'BOT_ID', value: botId }
            { name: 'BOT_TENANT_ID', value: subscription().tenantId }
            { name: 'BOT_MANAGED_IDENTITY', value: isFederated ? 'false' : 'true' }
            { name: 'BOT_FEDERATED_IDENTITY', value: isFederated ? identity.properties.clientId : '' }
            { name: 'DATABASE_URL', secretRef: 'database-url' }
            { name: 'POLICIES_DIR', value: '/policies' }
            { name: 'REPORT_KEY_FILE', value: '/keys/keys.json' }
            { name: 'BACKUP_DIR', value: '/backups' }
            { name: 'PUBLIC_URL', value: 'https://${publicHost}' }
          ]
          volumeMounts: [
            { volumeName: 'keys', mountPath: '/keys' }
            { volumeName: 'policies', mountPath: '/policies' }
            { volumeName: 'backups', mountPath: '/backups' }
          ]
          probes: [
            { type: 'Liveness', httpGet: { path: '/healthz', port: 3978 }, periodSeconds: 30 }
            { type: 'Readiness', httpGet: { path: '/readyz', port: 3978 }, periodSeconds: 10 }
          ]
        }
      ]
      // The key file has to be its owner's alone: user 1000 is the image's "node".
      volumes: [
        for share in shares: {
          name: share
          storageType: 'AzureFile'
          storageName: share
          mountOptions: 'uid=1000,gid=1000,dir_mode=0700,file_mode=0600'
        }
      ]
    }
  }
  dependsOn: [environment::storage, readsSecrets]
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: '${name}-${unique}'
  location: 'global'
  kind: 'azurebot'
  sku: { name: 'F0' }
  properties: {
    displayName: 'Staffroom'
    endpoint: 'https://${publicHost}/api/messages'
    msaAppType: isFederated ? 'SingleTenant' : 'UserAssignedMSI'
    msaAppId: botId
    msaAppTenantId: subscription().tenantId
    msaAppMSIResourceId: isFederated ? null : identity.id
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: 'global'
    properties: {
      channelName: 'MsTeamsChannel'
      properties: { isEnabled: true }
    }
  }
}

output BOT_ID string = botId
output PUBLIC_URL string = 'https://${publicHost}'
