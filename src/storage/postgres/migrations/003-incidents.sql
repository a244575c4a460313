-- Reports that are being written. Once one has ended, its answers are gone. `last_call` as in deliveries.
create table incident_drafts (
  n bigint generated always as identity,
  school_id text not null,
  id text not null,
  reporter_tenant_id text not null,
  reporter_object_id text not null,
  state text not null,
  revision integer not null check (revision > 0),
  sealed_answers text not null,
  typing boolean not null,
  started_at instant not null,
  touched_at instant not null,
  asked integer not null,
  next_ask_at instant not null,
  cards json not null,
  last_call uuid,
  primary key (school_id, id),
  check (state = 'open' or sealed_answers = '')
);
create index incident_drafts_open on incident_drafts (next_ask_at) where state = 'open';
create index incident_drafts_reporter on incident_drafts (school_id, reporter_tenant_id, reporter_object_id)
  where state = 'open';

-- Reports. What anybody wrote, and whom it is about, is sealed. Of one draft there is one report.
create table incident_reports (
  n bigint generated always as identity,
  school_id text not null,
  id text not null,
  draft_id text not null,
  reporter_tenant_id text not null,
  reporter_object_id text not null,
  kind text not null,
  urgent boolean not null,
  sealed_report text not null,
  submitted_at instant not null,
  receipt json,
  last_call uuid,
  primary key (school_id, id),
  unique (school_id, draft_id)
);
create index incident_reports_reporter on incident_reports (school_id, reporter_tenant_id, reporter_object_id);

-- What happened to each report, numbered from 1 on.
create table incident_events (
  n bigint generated always as identity,
  school_id text not null,
  report_id text not null,
  seq integer not null check (seq > 0),
  kind text not null,
  at instant not null,
  by_tenant_id text,
  by_object_id text,
  facts json,
  sealed_text text,
  primary key (school_id, report_id, seq),
  check (num_nulls(by_tenant_id, by_object_id) in (0, 2))
);

-- The channels that reports may go to.
create table safeguarding_places (
  n bigint generated always as identity,
  school_id text not null,
  tenant_id text not null,
  channel_id text not null,
  team_id text not null,
  team_name text not null,
  channel_name text not null,
  kind text not null,
  service_url text not null,
  connected_by text not null,
  connected_at instant not null,
  accepted_at instant,
  checked_at instant,
  check_result text,
  primary key (tenant_id, channel_id)
);

-- Days that role holders said they are away. Days are YYYY-MM-DD.
create table absences (
  n bigint generated always as identity,
  school_id text not null,
  id text not null,
  person_id text not null,
  cover text not null,
  first_day text collate "C" not null,
  last_day text collate "C" not null,
  at instant not null,
  ended_at instant,
  primary key (school_id, id)
);
