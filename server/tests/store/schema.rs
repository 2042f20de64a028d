//! The two schemas are one.

use crate::support::base::Base;
use server::store::sql;

// But for the indexes of words and letters: tables of FTS5 here, columns there.
#[tokio::test]
async fn both_databases_have_the_same_tables_and_columns() {
    let bases = (Base::sqlite().await, Base::postgres().await);
    let (sqlite, postgres) = (bases.0.db().await, bases.1.db().await);
    let left: Vec<(String, String)> = sql(
        "select t.name, c.name from sqlite_master t join pragma_table_info(t.name) c
          where t.type = 'table' and t.name not like 'sqlite!_%' escape '!' and t.name <> '_sqlx_migrations'
            and t.name not like 'searchable!_words%' escape '!'
            and t.name not like 'searchable!_contacts!_letters%' escape '!'
          order by t.name, c.cid",
    )
    .all(&sqlite)
    .await
    .unwrap();
    let right: Vec<(String, String)> = sql(
        "select cast(table_name as text), cast(column_name as text) from information_schema.columns
          where table_schema = 'public' and table_name <> '_sqlx_migrations'
            and (table_name, column_name) not in (('searchable', 'words'), ('searchable_contacts', 'letters'))
          order by table_name collate \"C\", ordinal_position",
    )
    .all(&postgres)
    .await
    .unwrap();
    assert!(left.len() > 100, "the question is right");
    assert_eq!(left, right);
}

#[tokio::test]
async fn both_databases_have_the_same_indexes() {
    let bases = (Base::sqlite().await, Base::postgres().await);
    let (sqlite, postgres) = (bases.0.db().await, bases.1.db().await);
    let left: Vec<(String, String)> = sql(
        "select tbl_name, name from sqlite_master where type = 'index' and sql is not null order by tbl_name, name",
    )
    .all(&sqlite)
    .await
    .unwrap();
    let right: Vec<(String, String)> = sql(
        "select cast(tablename as text), cast(indexname as text) from pg_indexes
          where schemaname = 'public' and indexname not in ('searchable_words', 'searchable_contacts_letters')
            and indexname not in (select conname from pg_constraint)
          order by tablename collate \"C\", indexname collate \"C\"",
    )
    .all(&postgres)
    .await
    .unwrap();
    assert!(left.len() > 20, "the question is right");
    assert_eq!(left, right);
}
