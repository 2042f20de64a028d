//! What is being uploaded now. A project with many embeds has many doors, but one share of the disk: bytes that are on
//! their way count for the project like those that lie there, and so do places.

use app::domain::id::ProjectId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// Uploads at once of one embed, or of one person.
pub const OF_ONE: usize = 6;
/// Uploads at once of one project.
pub const OF_PROJECT: usize = 24;

#[derive(Clone, Default)]
pub struct Uploads(Arc<Mutex<UnderWay>>);

#[derive(Default)]
struct UnderWay {
    of_one: HashMap<Uuid, usize>,
    of_project: HashMap<ProjectId, Share>,
}

#[derive(Clone, Copy, Default)]
struct Share {
    places: usize,
    bytes: u64,
}

impl Uploads {
    /// A place for so many bytes, until it is dropped. None: there is none left.
    pub fn begin(&self, project: ProjectId, from: Uuid, bytes: u64) -> Option<Uploading> {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let places = all.of_one.get(&from).copied().unwrap_or_default();
        let mut share = all.of_project.get(&project).copied().unwrap_or_default();
        if places >= OF_ONE || share.places >= OF_PROJECT {
            return None;
        }
        share.places += 1;
        share.bytes += bytes;
        all.of_one.insert(from, places + 1);
        all.of_project.insert(project, share);
        drop(all);
        Some(Uploading {
            project,
            from,
            bytes,
            uploads: self.clone(),
        })
    }

    /// Bytes that are on their way.
    pub fn bytes(&self, project: ProjectId) -> u64 {
        let all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.of_project.get(&project).map_or(0, |share| share.bytes)
    }

    fn end(&self, ended: &Uploading) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(places) = all.of_one.get_mut(&ended.from) {
            *places -= 1;
        }
        if let Some(share) = all.of_project.get_mut(&ended.project) {
            share.places -= 1;
            share.bytes -= ended.bytes;
        }
        all.of_one.retain(|_, places| *places > 0);
        all.of_project.retain(|_, share| share.places > 0);
    }
}

pub struct Uploading {
    project: ProjectId,
    from: Uuid,
    bytes: u64,
    uploads: Uploads,
}

impl Drop for Uploading {
    fn drop(&mut self) {
        self.uploads.end(self);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_by_embed_and_by_project() {
        let (uploads, project) = (Uploads::default(), ProjectId::new());
        let embeds: Vec<Uuid> = (0..10).map(|_| Uuid::new_v4()).collect();
        let mut places: Vec<_> = embeds
            .iter()
            .flat_map(|embed| (0..7).filter_map(|_| uploads.begin(project, *embed, 10)))
            .collect();
        assert_eq!(places.len(), OF_PROJECT);
        assert_eq!(uploads.bytes(project), 240);
        assert!(uploads.begin(ProjectId::new(), embeds[9], 1).is_some());
        assert!(uploads.begin(ProjectId::new(), embeds[0], 1).is_none());
        places.truncate(3);
        assert_eq!(uploads.bytes(project), 30);
        assert!(uploads.begin(project, embeds[9], 1).is_some());
        places.clear();
        assert_eq!(uploads.bytes(project), 0);
        assert!(uploads.0.lock().unwrap().of_one.is_empty(), "nobody stays");
    }
}
