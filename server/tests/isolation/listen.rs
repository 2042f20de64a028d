//! After each operation everybody has heard what the oracle says is theirs, and nothing else.

use super::difference::{Outcome, differs};
use super::ear::Next;
use super::play::Play;
use super::world::News;
use server::store::event;
use std::time::Duration;

impl Play<'_> {
    /// Everybody hears the news of an operation.
    pub async fn listen(&mut self) -> Outcome {
        let news = std::mem::take(&mut self.world.news);
        for project in 0..self.world.projects.len() {
            let mine = news
                .iter()
                .filter(|news| self.world.project_of_news(**news) == project);
            let mine: Vec<News> = mine.copied().collect();
            if !mine.is_empty() {
                let id = self.world.projects[project].id;
                let seq = event::latest(self.house.db(), id).await.unwrap();
                let log = &mut self.world.projects[project].log;
                log.extend(mine.into_iter().map(|news| (seq, news)));
            }
        }
        for mut ear in std::mem::take(&mut self.ears) {
            let expected = self.world.heard_by(ear.embed, news.iter().copied());
            let mut next = ear.hear(&self.world, &expected, None, self.tally).await?;
            if next == Next::Open && ear.is_over(&self.world) {
                next = ear.end(&self.world, self.tally).await?;
            }
            match next {
                Next::Open => self.ears.push(ear),
                Next::Closed => {}
                Next::Anew => return differs(format!("embed {} has missed too much", ear.embed)),
            }
        }
        Ok(())
    }

    /// At the end nobody has anything to say.
    pub async fn silence(&mut self) -> Outcome {
        tokio::time::sleep(Duration::from_millis(30)).await;
        self.listen().await?;
        self.ears.clear();
        Ok(())
    }
}
