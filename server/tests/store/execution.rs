//! Automation on a conversation: its newest execution says who replies.

use crate::support::base::Base;
use crate::support::company::Company;
use crate::support::on_both;
use app::domain::conversation::Automation;
use app::domain::filter::Filter;
use app::domain::time::Timestamp;
use server::access::viewer::Scope;
use server::store::{conversation, execution};

on_both!(the_newest_execution_decides_what_the_list_shows,);

async fn the_newest_execution_decides_what_the_list_shows(base: Base) {
    let db = base.db().await;
    let company = Company::new(&db).await;
    let talk = company.talk("1", "16505550001").await;
    let viewer = company.viewer(Scope::Project, None).await;
    for (status, automation, handed_off) in [
        ("running", Automation::Running, 0),
        ("handoff", Automation::Handoff, 1),
        ("failed", Automation::Failed, 0),
        ("ended", Automation::None, 0),
    ] {
        let now = Timestamp::now();
        let mut tx = db.begin().await.unwrap();
        let workflow = execution::create_workflow(&mut tx, company.project, "Greeter", now)
            .await
            .unwrap();
        execution::start(&mut tx, company.project, workflow, talk, status, now)
            .await
            .unwrap();
        tx.commit().await.unwrap();
        let found = conversation::find(&db, &viewer, talk)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(found.automation, automation);
        let filter = Filter {
            handoff: true,
            ..Filter::default()
        };
        let page = conversation::page(&db, &viewer, &filter, None, None)
            .await
            .unwrap();
        assert_eq!(page.rows.len(), handed_off, "{status}");
    }
}
