//! Workbooks made by hand, so that they can be wrong.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A ZIP archive with these parts.
pub fn package(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("memory can be written");
        writer.write_all(content.as_bytes()).expect("memory can be written");
    }
    writer.finish().expect("memory can be written").into_inner()
}

/// A workbook with one sheet, "Blad1", with these rows as XML.
pub fn workbook(strings: &[&str], rows: &str) -> Vec<u8> {
    let strings: String = strings.iter().flat_map(|text| ["<si><t>", text, "</t></si>"]).collect();
    package(&[
        ("[Content_Types].xml", "<Types/>"),
        (
            "_rels/.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
        ),
        (
            "xl/workbook.xml",
            r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>"#,
        ),
        ("xl/sharedStrings.xml", &format!("<sst>{strings}</sst>")),
        ("xl/worksheets/sheet1.xml", &format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")),
    ])
}

/// A workbook whose strings unpack to 20 MB and whose list of contents says that they take `claimed`.
pub fn bomb(claimed: u32) -> Vec<u8> {
    let strings = "x".repeat(20_000_000);
    let mut bytes = workbook(&[&strings], r#"<row r="1"><c r="A1" t="s"><v>0</v></c></row>"#);
    let name = b"xl/sharedStrings.xml";
    // The last mention of the name is the one in the list; the size stands 22 bytes before it.
    let at = bytes.windows(name.len()).rposition(|window| window == name).expect("the part is listed");
    bytes[at - 22..at - 18].copy_from_slice(&claimed.to_le_bytes());
    bytes
}
