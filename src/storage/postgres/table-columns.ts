import type { TableName } from '../store-content.ts';

export type ColumnType = 'text' | 'integer' | 'boolean' | 'json' | 'jsonb';

/** One table: where each part of a row stands. `order` are the columns that give the rows their order. */
export interface TableColumns {
  readonly table: string;
  readonly order: string;
  /** By the path of the part in the row (`asker.tenantId`): the column and, where it is no text, its type. */
  readonly columns: Readonly<Record<string, readonly [column: string, type?: ColumnType]>>;
}

/** Every table with every column, but for those that PostgreSQL fills by itself. */
export const tableColumns: Readonly<Record<TableName, TableColumns>> = {
  staffTeams: {
    table: 'staff_teams',
    order: 'n',
    columns: {
      schoolId: ['school_id'],
      tenantId: ['tenant_id'],
      teamId: ['team_id'],
      teamName: ['team_name'],
      serviceUrl: ['service_url'],
      conversationId: ['conversation_id'],
      connectedBy: ['connected_by'],
      connectedAt: ['connected_at'],
      refreshedAt: ['refreshed_at'],
      members: ['members', 'json'],
    },
  },
  upns: {
    table: 'bound_upns',
    order: 'tenant_id, upn',
    columns: { tenantId: ['tenant_id'], upn: ['upn'], objectId: ['object_id'] },
  },
  addresses: {
    table: 'addresses',
    order: 'tenant_id, object_id',
    columns: {
      objectId: ['object_id'],
      tenantId: ['tenant_id'],
      serviceUrl: ['service_url'],
      conversationId: ['conversation_id'],
      userId: ['user_id'],
      botId: ['bot_id'],
    },
  },
  acts: {
    table: 'acts',
    order: 'at, school_id, name',
    columns: { schoolId: ['school_id'], name: ['name'], made: ['made'], at: ['at'] },
  },
  deliveries: {
    table: 'deliveries',
    order: 'n',
    columns: {
      key: ['key'],
      schoolId: ['school_id'],
      subject: ['subject', 'json'],
      'to.tenantId': ['tenant_id'],
      'to.objectId': ['object_id'],
      'to.channelId': ['channel_id'],
      onAmbiguous: ['on_ambiguous'],
      state: ['state'],
      notBefore: ['not_before'],
      createdAt: ['created_at'],
      attempts: ['attempts', 'jsonb'],
      'lease.holder': ['lease_holder'],
      'lease.until': ['lease_until'],
      'lease.waiting': ['lease_waiting', 'boolean'],
      message: ['message', 'json'],
      'acknowledged.by': ['acknowledged_by'],
      'acknowledged.at': ['acknowledged_at'],
    },
  },
  questions: {
    table: 'questions',
    order: 'n',
    columns: {
      id: ['id'],
      schoolId: ['school_id'],
      'asker.tenantId': ['asker_tenant_id'],
      'asker.objectId': ['asker_object_id'],
      'owner.tenantId': ['owner_tenant_id'],
      'owner.objectId': ['owner_object_id'],
      clause: ['clause'],
      sealedText: ['sealed_text'],
      askedAt: ['asked_at'],
      'answer.sealedText': ['answer_sealed_text'],
      'answer.at': ['answer_at'],
      'answer.by.tenantId': ['answer_by_tenant_id'],
      'answer.by.objectId': ['answer_by_object_id'],
    },
  },
  marks: {
    table: 'marks',
    order: 'n',
    columns: { schoolId: ['school_id'], clause: ['clause'], helpful: ['helpful', 'boolean'], at: ['at'] },
  },
  gaps: {
    table: 'gaps',
    order: 'n',
    columns: { id: ['id'], schoolId: ['school_id'], sealedText: ['sealed_text'], at: ['at'] },
  },
  entries: {
    table: 'ledger_entries',
    order: 'school_id, chain, seq',
    columns: {
      schoolId: ['school_id'],
      chain: ['chain'],
      seq: ['seq', 'integer'],
      prev: ['prev'],
      hash: ['hash'],
      at: ['at'],
      kind: ['kind'],
      facts: ['facts', 'json'],
    },
  },
  checkpoints: {
    table: 'checkpoints',
    order: 'school_id, chain, seq',
    columns: {
      schoolId: ['school_id'],
      chain: ['chain'],
      seq: ['seq', 'integer'],
      hash: ['hash'],
      at: ['at'],
      keyId: ['key_id'],
      signature: ['signature'],
    },
  },
};
