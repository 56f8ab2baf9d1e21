//! A file that is there whole, or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use super::ArchiveError;

/// A new file under a name for the time being. Dropped before [`NewFile::keep`], nothing is left of it.
#[derive(Debug)]
pub struct NewFile {
    file: Option<BufWriter<File>>,
    path: PathBuf,
    part: PathBuf,
}

impl NewFile {
    /// Begins a file that only this user may read.
    ///
    /// # Errors
    /// If there is a file by that name already, or none can be made there.
    pub fn create(path: &Path) -> Result<Self, ArchiveError> {
        if path.exists() {
            return Err(ArchiveError::Taken(path.to_owned()));
        }
        let mut part = path.as_os_str().to_owned();
        part.push(".part");
        let part = PathBuf::from(part);
        // What a killed command left behind is of no use to anybody.
        let _ = fs::remove_file(&part);
        let file = private().open(&part).map_err(|reason| ArchiveError::file(path, reason))?;
        Ok(Self { file: Some(BufWriter::with_capacity(1 << 16, file)), path: path.to_owned(), part })
    }

    /// The name that it has now.
    pub fn part(&self) -> &Path {
        &self.part
    }

    /// Brings what was written to the disk.
    pub fn sync(&mut self) -> Result<(), ArchiveError> {
        let done = self.flush().and_then(|()| self.inner()?.get_ref().sync_all());
        done.map_err(|reason| ArchiveError::file(&self.path, reason))
    }

    /// Gives the file its name; after this it survives a power cut.
    pub fn keep(mut self) -> Result<(), ArchiveError> {
        self.sync()?;
        // A hard link, because unlike a rename it never replaces a file that somebody made meanwhile.
        let linked = fs::hard_link(&self.part, &self.path);
        linked.map_err(|reason| match reason.kind() {
            io::ErrorKind::AlreadyExists => ArchiveError::Taken(self.path.clone()),
            _ => ArchiveError::file(&self.path, reason),
        })?;
        let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
        File::open(folder.unwrap_or(Path::new(".")))
            .and_then(|folder| folder.sync_all())
            .map_err(|reason| ArchiveError::file(&self.path, reason))
    }

    fn inner(&mut self) -> io::Result<&mut BufWriter<File>> {
        self.file.as_mut().ok_or_else(|| io::Error::other("the file is closed"))
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.inner()?.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.inner()?.flush()
    }
}

impl Drop for NewFile {
    fn drop(&mut self) {
        // Without its buffer: on a full disk there is no place for it.
        if let Some(file) = self.file.take() {
            drop(file.into_parts());
        }
        let _ = fs::remove_file(&self.part);
    }
}

/// New, and for this user alone.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Writes a small file that only this user may read, whole or not at all.
pub fn write_private(path: &Path, text: &str) -> Result<(), ArchiveError> {
    let mut file = NewFile::create(path)?;
    file.write_all(text.as_bytes()).map_err(|reason| ArchiveError::file(path, reason))?;
    file.keep()
}
