//! How fast tables decide, and how fast they are proved: `cargo bench -p rules`.
#![allow(missing_docs, clippy::unwrap_used, clippy::panic)]

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use rules::{Case, Facts, Files, Rules};

/// The tables of Zicht.
fn rules() -> Rules {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../definitions/rules");
    let mut files = Files::new();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            for inner in fs::read_dir(&path).unwrap() {
                let inner = inner.unwrap().path();
                let file = inner.file_name().unwrap().to_string_lossy().into_owned();
                files.insert(format!("{name}/{file}"), fs::read_to_string(inner).unwrap());
            }
        } else {
            files.insert(name, fs::read_to_string(path).unwrap());
        }
    }
    Rules::read(&files).unwrap_or_else(|findings| panic!("{findings:?}"))
}

fn benches(criterion: &mut Criterion) {
    let rules = rules();
    let day = jiff::civil::date(2026, 11, 23);
    for id in ["weighing", "sharing"] {
        let table = &rules.in_force(id, day).unwrap().table;
        // Cases from all over the space, the same at each run.
        let cases: Vec<Vec<u8>> = (0..1_000_usize)
            .map(|number| {
                let mut rest = number * 7_919;
                let cell = |input: &rules::Input| {
                    let cell = rest % input.cells.len();
                    rest = rest / input.cells.len() + number;
                    u8::try_from(cell).unwrap()
                };
                table.inputs.iter().map(cell).collect()
            })
            .collect();
        let mut group = criterion.benchmark_group(id);
        group.throughput(Throughput::Elements(cases.len() as u64));
        group.bench_function("decide without trace", |bench| {
            bench.iter(|| {
                cases.iter().map(|cells| table.quick(black_box(cells)).unwrap_or_default()).sum::<usize>()
            });
        });
        group.throughput(Throughput::Elements(1));
        let case = Case::whole(&cases[7]);
        group.bench_function("decide with trace", |bench| {
            bench.iter(|| table.trace(black_box(&case), &table.decide(&case)));
        });
        let nothing = table.case(&Facts::new()).unwrap();
        group.bench_function("what matters when nothing is known", |bench| {
            bench.iter(|| table.decide(black_box(&nothing)));
        });
        group.finish();
    }
    criterion.bench_function("check of all tables", |bench| bench.iter(|| black_box(&rules).check()));
}

criterion_group!(all, benches);
criterion_main!(all);
