//! Installs the npm packages of the lock file, bundles `styles/` and `scripts/` with esbuild and writes
//! `assets.rs`.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

type Outcome<T> = Result<T, Box<dyn Error>>;

const NODE_MISSING: &str = "Zicht needs Node.js 20 or newer to build its styles: \
    install the package nodejs and npm, then build again";

const PDF_FONTS: [&str; 4] = ["Regular", "Semibold", "Bold", "It"];

fn main() {
    for path in ["build.rs", "package.json", "package-lock.json", "styles", "scripts"] {
        println!("cargo::rerun-if-changed={path}");
    }
    if let Err(reason) = build() {
        println!("cargo::error={reason}");
        std::process::exit(1);
    }
}

fn build() -> Outcome<()> {
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo gave no OUT_DIR")?);
    let work = out.join("npm");
    fs::create_dir_all(&work)?;
    check_node()?;
    install(&work)?;
    copy(Path::new("styles"), &work.join("styles"))?;
    copy(Path::new("scripts"), &work.join("scripts"))?;
    let style = ["styles/zicht.css".to_owned()];
    let linked = bundle(&work, "dist", "file", &style)?;
    let standalone = bundle(&work, "standalone", "dataurl", &style)?;
    let scripts = bundle_scripts(&work)?;
    fs::write(out.join("assets.rs"), generate(&work, &linked, &standalone, &scripts)?)?;
    Ok(())
}

fn check_node() -> Outcome<()> {
    let output = Command::new("node").arg("--version").output().map_err(|_| NODE_MISSING)?;
    let version = String::from_utf8_lossy(&output.stdout).into_owned();
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|n| n.parse::<u32>().ok());
    match major {
        Some(20..) => Ok(()),
        _ => Err(format!("{NODE_MISSING} (found {})", version.trim()).into()),
    }
}

/// Runs `npm ci`, unless the packages of this very lock file are there already.
fn install(work: &Path) -> Outcome<()> {
    let lock = fs::read("package-lock.json")?;
    let stamp = work.join("installed.lock");
    fs::copy("package.json", work.join("package.json"))?;
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    fs::write(work.join("package-lock.json"), &lock)?;
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    let output = Command::new(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(work)
        .output()
        .map_err(|_| NODE_MISSING)?;
    if !output.status.success() {
        return Err(one_line("npm ci failed", &output.stderr).into());
    }
    fs::write(stamp, lock)?;
    Ok(())
}

fn copy(source: &Path, target: &Path) -> Outcome<()> {
    if target.exists() {
        fs::remove_dir_all(target)?;
    }
    fs::create_dir_all(target)?;
    for entry in fs::read_dir(source)? {
        let entry = entry?;
        fs::copy(entry.path(), target.join(entry.file_name()))?;
    }
    Ok(())
}

/// Each script by itself, with everything that it imports inside.
fn bundle_scripts(work: &Path) -> Outcome<Vec<PathBuf>> {
    let sources = sorted_files(&work.join("scripts"))?;
    let named = sources.iter().filter(|path| has_extension(path, "js")).map(|path| file_name(path));
    let entries: Vec<String> = named.map(|name| format!("scripts/{name}")).collect();
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    sorted_files(&bundle(work, "scripts-dist", "file", &entries)?)
}

/// Bundles `entries` into `folder`; fonts become files beside them or data inside them.
fn bundle(work: &Path, folder: &str, fonts: &str, entries: &[String]) -> Outcome<PathBuf> {
    let target = work.join(folder);
    if target.exists() {
        fs::remove_dir_all(&target)?;
    }
    // The script instead of the installed binary: it works without install scripts.
    let output = Command::new("node")
        .arg("node_modules/esbuild/bin/esbuild")
        .args(entries)
        .args(["--bundle", "--minify", "--log-level=warning", "--target=chrome110,firefox115,safari16"])
        .args(["--entry-names=[name]-[hash]", "--asset-names=[name]-[hash]", "--public-path=/assets"])
        .arg(format!("--loader:.woff2={fonts}"))
        .arg(format!("--outdir={folder}"))
        .current_dir(work)
        .output()
        .map_err(|_| NODE_MISSING)?;
    if !output.status.success() || !output.stderr.is_empty() {
        return Err(one_line("esbuild refused the styles or scripts", &output.stderr).into());
    }
    Ok(target)
}

fn generate(work: &Path, linked: &Path, standalone: &Path, scripts: &[PathBuf]) -> Outcome<String> {
    let mut code = String::new();
    let (stylesheet, name) = only_stylesheet(linked)?;
    let (inside, _) = only_stylesheet(standalone)?;
    writeln!(code, "/// All styles, minified; fonts are fetched from `/assets/`.")?;
    writeln!(code, "pub static STYLESHEET: &str = include_str!({});\n", literal(&stylesheet))?;
    writeln!(code, "/// The file name of `STYLESHEET`, with a hash of its content.")?;
    writeln!(code, "pub static STYLESHEET_NAME: &str = {name:?};\n")?;
    writeln!(code, "/// All styles with the fonts inside, for an HTML file that stands alone.")?;
    writeln!(code, "pub static STANDALONE_STYLESHEET: &str = include_str!({});\n", literal(&inside))?;
    writeln!(code, "/// The rules for charts with every variable filled in, for an SVG that stands alone.")?;
    writeln!(code, "pub static CHART_STYLE: &str = {:?};\n", chart_style()?)?;
    writeln!(code, "/// Fonts of the pages (woff2): file name with a hash of its content, and the bytes.")?;
    writeln!(code, "pub static FONTS: &[(&str, &[u8])] = &[")?;
    for path in sorted_files(linked)?.iter().filter(|path| has_extension(path, "woff2")) {
        writeln!(code, "    ({:?}, include_bytes!({})),", file_name(path), literal(path))?;
    }
    writeln!(code, "];\n")?;
    writeln!(code, "/// Source Sans 3 as TrueType: Regular, Semibold, Bold, Italic.")?;
    writeln!(code, "pub static PDF_FONTS: &[&[u8]] = &[")?;
    for style in PDF_FONTS {
        let path = work.join(format!("node_modules/source-sans/TTF/SourceSans3-{style}.ttf"));
        writeln!(code, "    include_bytes!({}),", literal(&path))?;
    }
    writeln!(code, "];\n")?;
    writeln!(code, "/// The scripts of `scripts/`, each by itself, minified.")?;
    writeln!(code, "pub static SCRIPTS: &[Script] = &[")?;
    for path in scripts {
        let file = file_name(path);
        let name = file.rsplit_once('-').map_or(file.as_str(), |(name, _)| name);
        writeln!(
            code,
            "    Script {{ name: {name:?}, file: {file:?}, text: include_str!({}) }},",
            literal(path)
        )?;
    }
    writeln!(code, "];")?;
    Ok(code)
}

fn only_stylesheet(folder: &Path) -> Outcome<(PathBuf, String)> {
    let files = sorted_files(folder)?;
    let path = files.iter().find(|path| has_extension(path, "css")).ok_or("esbuild wrote no stylesheet")?;
    Ok((path.clone(), file_name(path)))
}

/// `charts.css` without comments, `var(--x)` replaced by the value of `--x` in `tokens.css`: what
/// renders an SVG outside a browser knows no variables.
fn chart_style() -> Outcome<String> {
    let tokens = fs::read_to_string("styles/tokens.css")?;
    let mut style = without_comments(&fs::read_to_string("styles/charts.css")?);
    for line in without_comments(&tokens).lines() {
        let Some((name, value)) = line.trim().trim_end_matches(';').split_once(": ") else { continue };
        style = style.replace(&format!("var({name})"), value);
    }
    match style.split_once("var(") {
        Some((_, rest)) => {
            Err(format!("charts.css uses an unknown token: {}", rest.lines().next().unwrap_or("")).into())
        }
        None => Ok(style.lines().map(str::trim).collect::<Vec<_>>().join(" ")),
    }
}

fn without_comments(css: &str) -> String {
    let mut parts = css.split("/*");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.filter_map(|part| part.split_once("*/")).fold(first, |kept, (_, rest)| kept + rest)
}

fn sorted_files(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut files = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Outcome<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

fn has_extension(path: &Path, extension: &str) -> bool {
    path.extension().is_some_and(|found| found == extension)
}

/// A path as a Rust string literal.
fn literal(path: &Path) -> String {
    format!("{:?}", path.to_string_lossy())
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

fn one_line(what: &str, stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    format!("{what}: {}", text.split_whitespace().collect::<Vec<_>>().join(" "))
}
