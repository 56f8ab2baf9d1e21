//! `cargo bench -p documents`: reading CSV, in cells a second.

use std::hint::black_box;
use std::io::Cursor;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use documents::read::Rows;

const COLUMNS: usize = 85;
const ROWS: usize = 2_000;

fn reading(criterion: &mut Criterion) {
    let header =
        (0..COLUMNS).map(|column| format!("d{column}.maatregelen")).collect::<Vec<_>>().join(",") + "\n";
    let cells = ["ja", "richtlijnen;training;anders", "", "meer-dan-de-helft"];
    let row = (0..COLUMNS).map(|column| cells[column % 4]).collect::<Vec<_>>().join(",") + "\n";
    let bare = header + &row.repeat(ROWS);
    let mut group = criterion.benchmark_group("cells of CSV");
    group.throughput(Throughput::Elements((COLUMNS * ROWS) as u64));
    for (name, text) in [("quoted", bare.replace("ja,", "\"ja\",")), ("bare", bare)] {
        group.bench_function(name, |bencher| {
            bencher.iter_with_setup(|| Cursor::new(text.clone().into_bytes()), read);
        });
    }
    group.finish();
}

fn read(file: Cursor<Vec<u8>>) {
    let Ok(mut rows) = Rows::from_input("bench.csv", file, None) else { return };
    while let Some(row) = rows.next_row() {
        if let Ok(row) = row {
            black_box(row.cells().map(str::len).sum::<usize>());
        }
    }
}

criterion_group!(benches, reading);
criterion_main!(benches);
