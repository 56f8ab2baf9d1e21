//! Licence expressions (SPDX 2.3, annex D): `A OR B`, `A AND B`, `A WITH exception`, brackets, and the `A/B` of
//! older manifests.

/// Whether the licences of the list are enough to use something under `expression`.
pub fn allowed(expression: &str, list: &[String]) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    any(&mut rest, list) && rest.is_empty()
}

fn any(rest: &mut &[&str], list: &[String]) -> bool {
    let mut is_allowed = all(rest, list);
    while let Some(after) = rest.strip_prefix(&["OR"]) {
        *rest = after;
        is_allowed |= all(rest, list);
    }
    is_allowed
}

fn all(rest: &mut &[&str], list: &[String]) -> bool {
    let mut is_allowed = one(rest, list);
    while let Some(after) = rest.strip_prefix(&["AND"]) {
        *rest = after;
        is_allowed &= one(rest, list);
    }
    is_allowed
}

fn one(rest: &mut &[&str], list: &[String]) -> bool {
    let Some((&word, after)) = rest.split_first() else { return false };
    *rest = after;
    if word == "(" {
        let is_allowed = any(rest, list);
        let Some(after) = rest.strip_prefix(&[")"]) else { return false };
        *rest = after;
        return is_allowed;
    }
    let mut name = word.to_owned();
    if let ["WITH", exception, after @ ..] = *rest {
        *rest = after;
        name = format!("{word} WITH {exception}");
    }
    list.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_of_a_choice_is_enough_and_all_of_a_sum_are_needed() {
        let list = ["MIT", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"].map(str::to_owned);
        for good in [
            "MIT",
            "MIT OR GPL-3.0-only",
            "GPL-2.0-only/MIT",
            "(MIT OR Apache-2.0) AND Unicode-3.0",
            "Apache-2.0 WITH LLVM-exception OR BSD-3-Clause",
        ] {
            assert!(allowed(good, &list), "{good}");
        }
        for bad in
            ["", "GPL-3.0-only", "MIT AND GPL-3.0-only", "Apache-2.0", "(MIT", "MIT)", "MIT MIT", "OR MIT"]
        {
            assert!(!allowed(bad, &list), "{bad}");
        }
    }
}
