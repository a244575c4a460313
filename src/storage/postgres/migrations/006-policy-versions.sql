-- Every version of a policy with its text (Brotli, base64). Without an adoption it is proposed.
create table policy_versions (
  n bigint generated always as identity,
  school_id text not null,
  policy_id text not null,
  hash text not null,
  version text not null,
  title text not null,
  packed text not null,
  seen_at instant not null,
  adoption json,
  replaced_at instant,
  primary key (school_id, policy_id, hash),
  check (replaced_at is null or adoption is not null)
);
create unique index policy_versions_in_force on policy_versions (school_id, policy_id)
  where adoption is not null and replaced_at is null;
