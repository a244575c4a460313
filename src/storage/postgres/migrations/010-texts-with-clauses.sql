-- From here on a text is packed with its clauses; a Staffroom from before could not read it.
comment on column policy_versions.packed is 'JSON with markdown and its clauses as parsed, or (older) the Markdown alone; Brotli, base64';
