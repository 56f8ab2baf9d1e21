use super::*;

const SITE: &str = "https://zicht.example";

/// Method and path of every operation that is described.
fn described() -> Vec<(String, String)> {
    let document = document(Lang::Nl, SITE, Some("zicht@zicht.example"));
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().expect("paths") {
        for method in item.as_object().expect("operations").keys() {
            all.push((method.to_uppercase(), bare(path)));
        }
    }
    all.sort();
    all
}

/// A path without the names of its parameters: a wave is called `run` where it is held.
fn bare(path: &str) -> String {
    let names = |part: &str| if part.starts_with('{') { "{}".to_owned() } else { part.to_owned() };
    path.split('/').map(names).collect::<Vec<_>>().join("/")
}

#[test]
fn the_description_has_exactly_the_operations_that_are_mounted() {
    let routes = [super::super::routes().list(), super::super::desk_routes().list()].concat();
    let mounted = routes.iter().filter(|route| route.is_api() && !route.path.ends_with("openapi.json"));
    let mut mounted: Vec<(String, String)> =
        mounted.map(|route| (route.method.to_string(), bare(route.path.trim_start_matches(BASE)))).collect();
    mounted.sort();
    assert_eq!(described(), mounted);
}

#[test]
fn what_asks_for_more_than_what_is_published_needs_a_key() {
    let document = document(Lang::Nl, SITE, Some("zicht@zicht.example"));
    for route in super::super::desk_routes().list() {
        let path = route.path.trim_start_matches(BASE).replace("{run}", "{wave}");
        let operation = &document["paths"][&path][route.method.as_str().to_lowercase()];
        assert_eq!(operation["security"], json!([{ "key": [] }]), "{path}");
    }
}

/// The rules of the NLGov REST API Design Rules that can be read off the description.
#[test]
fn every_operation_keeps_to_the_design_rules_of_the_government() {
    for lang in Lang::ALL {
        let document = document(lang, SITE, Some("zicht@zicht.example"));
        assert_eq!(document["openapi"], "3.1.0");
        for server in document["servers"].as_array().expect("servers") {
            let url = server["url"].as_str().expect("a url");
            assert!(url.starts_with("https://") && url.ends_with("/v1"), "{url}");
        }
        let version: Vec<u32> = document["info"]["version"]
            .as_str()
            .expect("a version")
            .split('.')
            .map(|part| part.parse().expect("a number"))
            .collect();
        assert_eq!(version.len(), 3);
        for part in ["name", "url", "email"] {
            assert!(!document["info"]["contact"][part].as_str().unwrap_or_default().is_empty(), "{part}");
        }
        for (path, item) in document["paths"].as_object().expect("paths") {
            assert!(!path.ends_with('/'), "{path} ends in a slash");
            for part in path.split('/').filter(|part| !part.starts_with('{')) {
                assert!(
                    part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
                    "{path}"
                );
            }
            for (method, operation) in item.as_object().expect("operations") {
                check(path, method, operation);
            }
        }
    }
}

fn check(path: &str, method: &str, operation: &Value) {
    let responses = operation["responses"].as_object().expect("responses");
    assert!(responses.contains_key("400"), "{method} {path} does not say 400");
    for (status, response) in responses {
        let words = response["description"].as_str().unwrap_or_default();
        assert!(!words.is_empty() && !words.starts_with("api-"), "{method} {path} {status}: {words}");
        assert!(response["headers"]["API-Version"].is_object(), "{method} {path} {status} has no version");
        if status.starts_with('4') || status.starts_with('5') {
            let problem = &response["content"]["application/problem+json"]["schema"]["$ref"];
            assert_eq!(problem, "#/components/schemas/Problem", "{method} {path} {status}");
        }
    }
    for parameter in operation["parameters"].as_array().expect("parameters") {
        let name = parameter["name"].as_str().expect("a name");
        let words = parameter["description"].as_str().unwrap_or_default();
        assert!(!words.is_empty() && !words.starts_with("api-"), "{method} {path}: {name}");
        if parameter["in"] == "query" {
            let camel = name.chars().all(char::is_alphanumeric) && name.starts_with(char::is_lowercase);
            assert!(camel, "{method} {path}: {name}");
        }
    }
}

#[test]
fn every_reference_in_the_description_leads_somewhere() {
    let document = document(Lang::En, SITE, Some("zicht@zicht.example"));
    let mut waiting = vec![&document];
    let mut seen = 0;
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(all) => waiting.extend(all),
            Value::Object(all) => {
                if let Some(Value::String(to)) = all.get("$ref") {
                    seen += 1;
                    assert!(document.pointer(to.trim_start_matches('#')).is_some(), "{to} is nowhere");
                }
                waiting.extend(all.values());
            }
            _ => {}
        }
    }
    assert!(seen > 20);
}

#[test]
fn the_description_changes_only_on_purpose() {
    insta::assert_json_snapshot!(document(Lang::En, SITE, Some("zicht@zicht.example")));
}
