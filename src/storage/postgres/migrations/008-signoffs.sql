-- Campaigns: one asking of one document's signatures. Days are YYYY-MM-DD. Revisions count each row's changes.
create table campaigns (
  n bigint generated always as identity,
  school_id text not null,
  id text not null,
  document json not null,
  groups json not null,
  why text not null,
  due_on text collate "C" not null,
  chase_every integer not null,
  state text not null,
  opened_by json not null,
  opened_at instant not null,
  confirmed json,
  closed json,
  revision integer not null check (revision > 0),
  primary key (school_id, id),
  check ((state = 'closed') = (closed is not null))
);
create index campaigns_live on campaigns (n) where state <> 'closed';

-- Everybody in a campaign: by their account, or by the id in the school's list.
create table signatories (
  n bigint generated always as identity,
  school_id text not null,
  id text not null,
  campaign_id text not null,
  tenant_id text,
  object_id text,
  listed text,
  name text not null,
  groups json not null,
  state text not null,
  due_on text collate "C" not null,
  asked integer not null,
  asked_at instant,
  question_id text,
  reason text,
  changed_at instant not null,
  revision integer not null check (revision > 0),
  primary key (school_id, id),
  check (num_nulls(tenant_id, object_id) in (0, 2) and num_nonnulls(object_id, listed) = 1)
);
create index signatories_campaign on signatories (school_id, campaign_id, n);
create unique index signatories_person on signatories (school_id, object_id, tenant_id, campaign_id) where object_id is not null;
create unique index signatories_listed on signatories (school_id, listed, campaign_id) where listed is not null;

-- What was signed. A receipt never changes, and of one signatory there is one.
create table signoff_receipts (
  n bigint generated always as identity,
  school_id text not null,
  id text not null,
  campaign_id text not null,
  signatory_id text not null,
  tenant_id text,
  object_id text,
  listed text,
  name text not null,
  typed_name text not null,
  at instant not null,
  how json not null,
  document json not null,
  statements_hash text not null,
  salt text not null,
  commitment text not null,
  primary key (school_id, id),
  unique (school_id, signatory_id)
);
create index signoff_receipts_campaign on signoff_receipts (school_id, campaign_id, n);
create index signoff_receipts_person on signoff_receipts (school_id, object_id, tenant_id) where object_id is not null;
