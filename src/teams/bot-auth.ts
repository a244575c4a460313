import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ConfigurationBotFrameworkAuthenticationOptions } from 'botbuilder';
import {
  CertificateServiceClientCredentialsFactory,
  JwtTokenProviderFactory,
  ManagedIdentityServiceClientCredentialsFactory,
  PasswordServiceClientCredentialFactory,
  type ServiceClientCredentialsFactory,
} from 'botframework-connector';
import { FederatedCredentialsFactory } from './federated-credentials.ts';

/** How the bot proves to Teams who it is. `file` is a PEM file with the certificate and its private key. */
export type Credential =
  | { readonly kind: 'certificate'; readonly file: string }
  /** The app registration trusts a managed identity with this client id; there is no secret. */
  | { readonly kind: 'federated'; readonly identityId: string }
  | { readonly kind: 'secret'; readonly secret: string }
  | { readonly kind: 'managed-identity' };

/** Who the bot is, how it signs in, and whose word it takes for who is calling. */
export interface BotAuth {
  readonly botId: string;
  readonly credentials: ServiceClientCredentialsFactory;
  /** Addresses of the authorities; empty for Microsoft's own. */
  readonly authorities: ConfigurationBotFrameworkAuthenticationOptions;
  /** Where Microsoft Graph is, without a slash at its end; undefined where the bot cannot sign in to it. */
  readonly graphUrl?: string | undefined;
}

/** The bot of one tenant. Throws when the certificate's file does not hold a certificate. */
export function createBotAuth(botId: string, tenantId: string, credential: Credential): BotAuth {
  const graphUrl = 'https://graph.microsoft.com/v1.0';
  return { botId, credentials: toFactory(botId, tenantId, credential), authorities: {}, graphUrl };
}

/** No sign-in in either direction: for the demo on loopback and for nothing else. */
export function createAnonymousBotAuth(): BotAuth {
  return { botId: '', credentials: new PasswordServiceClientCredentialFactory('', ''), authorities: {} };
}

function toFactory(botId: string, tenantId: string, credential: Credential): ServiceClientCredentialsFactory {
  switch (credential.kind) {
    case 'certificate': {
      const { thumbprint, key } = readCertificate(credential.file);
      return new CertificateServiceClientCredentialsFactory(botId, thumbprint, key, tenantId);
    }
    case 'federated':
      return new FederatedCredentialsFactory(botId, credential.identityId, tenantId);
    case 'secret':
      return new PasswordServiceClientCredentialFactory(botId, credential.secret, tenantId);
    case 'managed-identity':
      return new ManagedIdentityServiceClientCredentialsFactory(botId, new JwtTokenProviderFactory());
  }
}

function readCertificate(file: string): { thumbprint: string; key: string } {
  const pem = readFileSync(file, 'utf8');
  const key = /-----BEGIN (\w+ )?PRIVATE KEY-----[^]+?-----END (\w+ )?PRIVATE KEY-----/.exec(pem)?.[0];
  if (!key || !pem.includes('-----BEGIN CERTIFICATE-----')) {
    throw new Error('BOT_CERT_FILE: the file must hold the certificate and its private key, both in PEM form.');
  }
  return { thumbprint: new X509Certificate(pem).fingerprint.replaceAll(':', ''), key };
}
