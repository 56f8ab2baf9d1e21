//! All that a template can see: itself, the house style, its data, its pictures and Source Sans.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use super::data::{json, printable};
use super::{Document, PdfError};
use crate::table::not_available;

const BASE: &str = include_str!("../../templates/base.typ");

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    // Marks the first cell of a row as its header.
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// No other font is known, so a page can hold no other.
pub(super) static FONTS: LazyLock<Vec<Font>> =
    LazyLock::new(|| assets::PDF_FONTS.iter().flat_map(|bytes| Font::iter(Bytes::new(*bytes))).collect());

static BOOK: LazyLock<LazyHash<FontBook>> =
    LazyLock::new(|| LazyHash::new(FontBook::from_fonts(FONTS.iter())));

/// The files of one document, in memory.
pub(super) struct House {
    main: Source,
    base: Source,
    files: BTreeMap<String, Bytes>,
}

impl House {
    pub(super) fn new(document: &Document<'_>) -> Result<Self, PdfError> {
        let meta = serde_json::json!({
            "lang": document.lang.code(),
            "title": document.title,
            "author": document.author,
            "date": [document.date.year(), document.date.month(), document.date.day()],
            "notice": document.notice,
            "missing": not_available(document.lang),
        });
        let mut files = BTreeMap::from([
            ("meta.json".to_owned(), Bytes::from_string(json(&meta))),
            ("data.json".to_owned(), Bytes::from_string(json(document.data))),
        ]);
        for (name, svg) in document.images {
            let svg = printable(&String::from_utf8_lossy(svg));
            files.insert(format!("images/{name}"), Bytes::from_string(svg));
        }
        let source = |name, text: &str| Ok(Source::new(id(name)?, text.to_owned()));
        Ok(Self { main: source("main.typ", document.template)?, base: source("base.typ", BASE)?, files })
    }

    /// Everything that decides what the document looks like.
    pub(super) fn parts(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let sources = [("main.typ", self.main.text()), ("base.typ", self.base.text())];
        let sources = sources.into_iter().map(|(name, text)| (name, text.as_bytes()));
        sources.chain(self.files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
    }
}

fn id(name: &str) -> Result<FileId, PdfError> {
    let path = VirtualPath::new(name).map_err(|error| PdfError(error.to_string()))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for House {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.main, &self.base]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = id.vpath().get_without_slash();
        match self.files.get(name) {
            Some(bytes) if *id.root() == VirtualRoot::Project => Ok(bytes.clone()),
            _ => Err(FileError::NotFound(name.into())),
        }
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
