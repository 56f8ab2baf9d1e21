//! Password hashes: Argon2id, off the threads that answer requests.

use std::sync::{Arc, LazyLock};

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use kernel::Entropy;
use tokio::sync::Semaphore;
use web::PageError;
use zeroize::Zeroizing;

/// Memory in KiB, passes and lanes: the first choice of the OWASP Password Storage Cheat Sheet for Argon2id
/// (19 MiB, 2, 1). About 15 ms of one core of 2024, which with a semaphore is what limits sign-in.
const COST: (u32, u32, u32) = (19 * 1024, 2, 1);
/// Random bytes in each hash.
const SALT: usize = 16;

/// Hashes and checks passwords, as many at once as there are cores: more would only wait for one another, with
/// 19 MiB each.
#[derive(Clone)]
pub struct Hasher {
    turns: Arc<Semaphore>,
    argon: Argon2<'static>,
    /// A hash of nothing that anybody knows: checked where there is no account, so that it takes as long.
    nobody: Arc<LazyLock<String, Box<dyn FnOnce() -> String + Send>>>,
}

impl Hasher {
    /// At full cost.
    #[must_use]
    pub fn new(entropy: &Arc<dyn Entropy>) -> Self {
        Self::costing(COST, entropy)
    }

    /// So cheap that a debug build can test with it.
    #[cfg(test)]
    pub fn cheap(entropy: &Arc<dyn Entropy>) -> Self {
        Self::costing((64, 1, 1), entropy)
    }

    fn costing((memory, passes, lanes): (u32, u32, u32), entropy: &Arc<dyn Entropy>) -> Self {
        // The numbers are constants that fit, which a test shows; the default of the crate is the same cost.
        let params = Params::new(memory, passes, lanes, None).unwrap_or_default();
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let (for_nobody, entropy) = (argon.clone(), Arc::clone(entropy));
        let nobody: Box<dyn FnOnce() -> String + Send> = Box::new(move || {
            let mut unknown = Zeroizing::new([0; 32]);
            entropy.fill(&mut *unknown);
            hashed(&for_nobody, &*unknown, &*entropy).unwrap_or_default()
        });
        Self { turns: Arc::new(Semaphore::new(cores)), argon, nobody: Arc::new(LazyLock::new(nobody)) }
    }

    /// The hash of a new password, in PHC form.
    pub async fn hash(&self, password: &str, entropy: Arc<dyn Entropy>) -> Result<String, PageError> {
        let (argon, password) = (self.argon.clone(), Zeroizing::new(password.to_owned()));
        self.work(move || hashed(&argon, password.as_bytes(), &*entropy)).await?.map_err(PageError::internal)
    }

    /// Whether the password belongs to the hash. Without a hash the same work is done, and the answer is no.
    pub async fn verify(&self, password: &str, hash: Option<String>) -> Result<bool, PageError> {
        let (argon, password) = (self.argon.clone(), Zeroizing::new(password.to_owned()));
        let nobody = Arc::clone(&self.nobody);
        self.work(move || {
            let known = hash.is_some();
            let hash = hash.unwrap_or_else(|| (**nobody).clone());
            let right = PasswordHash::new(&hash)
                .is_ok_and(|hash| argon.verify_password(password.as_bytes(), &hash).is_ok());
            known && right
        })
        .await
    }

    async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, PageError> {
        // The turn is held by the thread, so that a visitor who hangs up does not give it away too early.
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(PageError::internal)?;
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        })
        .await
        .map_err(PageError::internal)
    }
}

fn hashed(
    argon: &Argon2<'_>,
    password: &[u8],
    entropy: &dyn Entropy,
) -> Result<String, argon2::password_hash::Error> {
    let mut salt = [0; SALT];
    entropy.fill(&mut salt);
    let hash: argon2::password_hash::phc::PasswordHash = argon.hash_password_with_salt(password, &salt)?;
    Ok(hash.to_string())
}

#[cfg(test)]
mod tests {
    use testkit::SeededEntropy;

    use super::*;

    fn entropy() -> Arc<dyn Entropy> {
        Arc::new(SeededEntropy::new(1))
    }

    #[test]
    fn the_cost_is_what_owasp_recommends() {
        let (memory, passes, lanes) = COST;
        let params = Params::new(memory, passes, lanes, None).expect("numbers that fit");
        assert_eq!((params.m_cost(), params.t_cost(), params.p_cost()), (19_456, 2, 1));
    }

    #[tokio::test]
    async fn a_password_belongs_to_its_own_hash_only() {
        let hasher = Hasher::cheap(&entropy());
        let hash = hasher.hash("fiets lantaarn kwark", entropy()).await.expect("a hash");
        assert!(hash.starts_with("$argon2id$v=19$"), "{hash}");
        assert!(hasher.verify("fiets lantaarn kwark", Some(hash.clone())).await.expect("an answer"));
        assert!(!hasher.verify("fiets lantaarn kwar", Some(hash)).await.expect("an answer"));
    }

    #[tokio::test]
    async fn without_an_account_no_password_is_right() {
        let hasher = Hasher::cheap(&entropy());
        assert!(!hasher.verify("", None).await.expect("an answer"));
        assert!(!hasher.verify("", Some("damaged".to_owned())).await.expect("an answer"));
    }
}
