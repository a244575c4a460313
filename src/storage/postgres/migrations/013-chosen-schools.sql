-- Which school somebody who works in several of them chose last.
alter table addresses add column school_id text;
