import type pg from 'pg';

/** One query a kind of object: its name, and how it is defined. pgboss is left out: it belongs to its library. */
const queries: readonly [title: string, query: string][] = [
  [
    'Types',
    `select format('create type %I as enum (%s);', t.typname,
              string_agg(quote_literal(e.enumlabel), ', ' order by e.enumsortorder)) as text
       from pg_type t join pg_enum e on e.enumtypid = t.oid
      where t.typnamespace = 'public'::regnamespace group by t.typname order by t.typname`,
  ],
  [
    'Tables',
    `select format(E'create table %I (\\n%s\\n);%s', c.relname, string_agg(
              format('  %I %s%s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
                case when a.attnotnull then ' not null' else '' end,
                case when a.attidentity <> '' then ' generated always as identity' else '' end,
                coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' order by a.attnum),
              case when c.relrowsecurity then format(E'\\nalter table %I enable row level security;', c.relname) else '' end) as text
       from pg_class c
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      group by c.relname, c.relrowsecurity order by c.relname`,
  ],
  [
    'Constraints',
    `select format('alter table %s add constraint %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) as text
       from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by 1`,
  ],
  [
    'Indexes',
    `select indexdef || ';' as text from pg_indexes where schemaname = 'public'
        and indexname not in (select conname from pg_constraint) order by indexname`,
  ],
  [
    'Functions',
    `select pg_get_functiondef(oid) || ';' as text from pg_proc where pronamespace = 'app'::regnamespace order by proname`,
  ],
  [
    'Triggers',
    `select pg_get_triggerdef(t.oid) || ';' as text from pg_trigger t join pg_class c on c.oid = t.tgrelid
      where c.relnamespace = 'public'::regnamespace and not t.tgisinternal order by t.tgname`,
  ],
  [
    'Policies',
    `select format(E'create policy %I on %I for %s to %s%s%s;', policyname, tablename, lower(cmd),
              array_to_string(roles, ', '), E'\\n  using (' || qual || ')', E'\\n  with check (' || with_check || ')') as text
       from pg_policies where schemaname = 'public' order by tablename, policyname`,
  ],
  [
    'Grants',
    `select format('grant %s on %s to %s;', string_agg(what, ', ' order by what), name, grantee) as text from (
       select lower(privilege_type) as what, table_name::text as name, grantee::text
         from information_schema.role_table_grants where table_schema = 'public' and grantee <> grantor
       union all
       select format('%s (%s)', lower(privilege_type), string_agg(column_name, ', ' order by column_name)), table_name, grantee
         from information_schema.role_column_grants g where table_schema = 'public' and grantee <> grantor
          and not exists (select from information_schema.role_table_grants t
            where t.table_schema = 'public' and t.table_name = g.table_name and t.grantee = g.grantee
              and t.privilege_type = g.privilege_type)
        group by privilege_type, table_name, grantee
       union all
       select lower(privilege_type), format('function app.%s', routine_name), grantee
         from information_schema.role_routine_grants where routine_schema = 'app' and grantee <> grantor
     ) g group by name, grantee order by name, grantee`,
  ],
];

/** The schema as the catalogue knows it, as text: what all migrations together have made. */
export async function describeSchema(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select current_database() as name');
  const database = rows[0]?.name ?? '';
  const parts = [
    '-- Made by npm run generate from a database with all migrations. Read it; edit the migrations.\n',
  ];
  for (const [title, query] of queries) {
    const { rows: objects } = await client.query<{ text: string }>(query);
    parts.push(`-- ${title}\n\n${objects.map((object) => object.text).join('\n\n')}\n`);
  }
  // Role names carry the database's name; the file is about any database.
  return parts.join('\n').replaceAll(`${database}_`, 'duologue_');
}
