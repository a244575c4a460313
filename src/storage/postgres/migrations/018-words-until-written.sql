-- Words that are kept stay until they stand in the school's file.
alter table suggestions
  drop constraint suggestions_check1,
  add check (decided_at is not null or sealed_text <> ''),
  add check (kept is not false or sealed_text = '');
