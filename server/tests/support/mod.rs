//! The cast and the stage: databases, companies, a server that listens, and the patience to wait for it.

pub mod base;
pub mod chance;
pub mod company;
pub mod desk;
pub mod house;
pub mod line;
pub mod mate;
pub mod patience;
pub mod phone;
pub mod post;
pub mod receiver;
pub mod scans;
pub mod town;

/// Names the stories of a file that are told on both databases.
macro_rules! on_both {
    ($($story:ident,)+) => {$(
        mod $story {
            #[tokio::test]
            async fn sqlite() {
                Box::pin(super::$story(crate::support::base::Base::sqlite().await)).await;
            }

            #[tokio::test]
            async fn postgres() {
                Box::pin(super::$story(crate::support::base::Base::postgres().await)).await;
            }
        }
    )+};
}

pub(crate) use on_both;
