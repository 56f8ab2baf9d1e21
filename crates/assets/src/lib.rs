#![doc = include_str!("../README.md")]

/// A script that a page can ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Script {
    /// The name of its source, without `.js`.
    pub name: &'static str,
    /// The file name, with a hash of its content.
    pub file: &'static str,
    /// The script, minified.
    pub text: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/assets.rs"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stylesheet_names_every_font_under_the_assets_route() {
        assert_eq!(FONTS.len(), 6);
        for (name, bytes) in FONTS {
            assert!(STYLESHEET.contains(&format!("/assets/{name}")), "{name}");
            assert!(bytes.starts_with(b"wOF2"), "{name}");
        }
    }

    #[test]
    fn names_change_with_their_content() {
        let hash = STYLESHEET_NAME.strip_prefix("zicht-").and_then(|rest| rest.strip_suffix(".css"));
        assert!(hash.is_some_and(|hash| hash.len() >= 8), "{STYLESHEET_NAME}");
    }

    #[test]
    fn scripts_are_known_by_their_source_and_named_by_their_content() {
        for script in SCRIPTS {
            let hash = script.file.strip_prefix(script.name).and_then(|rest| rest.strip_suffix(".js"));
            assert!(hash.is_some_and(|hash| hash.len() > 8), "{}", script.file);
            assert!(!script.text.is_empty());
        }
    }

    #[test]
    fn the_standalone_stylesheet_fetches_nothing() {
        assert!(!STANDALONE_STYLESHEET.contains("/assets/"));
        assert!(STANDALONE_STYLESHEET.contains("data:font/woff2"));
    }

    #[test]
    fn the_chart_style_has_no_variables_left() {
        assert!(CHART_STYLE.contains(".track"));
        assert!(!CHART_STYLE.contains("var("));
    }

    #[test]
    fn the_fonts_for_pdf_are_truetype() {
        assert_eq!(PDF_FONTS.len(), 4);
        for font in PDF_FONTS {
            assert!(font.starts_with(&[0, 1, 0, 0]));
        }
    }
}
