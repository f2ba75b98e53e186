import type Database from 'better-sqlite3'

/**
 * The ledger file's numbered changes. Each runs once, in order, in a transaction of its own, and none removes or
 * rewrites an event; `user_version` is how many have run.
 */
const migrations: readonly string[] = [
  `
  create table event (
    seq integer primary key,
    at integer not null,
    type text not null,
    command text not null,
    place integer not null,
    actor text not null,
    data text not null,
    hash blob not null
  ) strict;
  create unique index event_by_command on event (command, place);
  create index event_by_day on event (seq) where type = 'DayBegan';
  create trigger event_never_changes before update on event begin
    select raise(abort, 'the ledger is append-only');
  end;
  create trigger event_never_goes before delete on event begin
    select raise(abort, 'the ledger is append-only');
  end;
  create table head (
    id integer primary key check (id = 1),
    seq integer not null,
    hash blob not null
  ) strict;
  insert into head (id, seq, hash) values (1, 0, zeroblob(32));
  `,
]

/** Brings the file to the newest form. A file from a newer program is left alone and named. */
export function migrate(database: Database.Database): void {
  const version = Number(database.pragma('user_version', { simple: true }))
  if (version > migrations.length)
    throw new Error(`the ledger has form ${version}, this program knows ${migrations.length}: install a newer Loket`)
  migrations.slice(version).forEach((change, offset) => {
    database.transaction(() => {
      database.exec(change)
      database.pragma(`user_version = ${version + offset + 1}`)
    })()
  })
}
