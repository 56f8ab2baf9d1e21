//! Settings with something wrong in them, each as an administrator could write it.

/// What is right and there in every case, so that only the mistake is told.
pub const URL: &str = "public_url = \"http://localhost:8080\"\n";

/// A name for the mistake, and the lines after [`URL`]; a case that begins with `!` stands alone.
pub const CASES: &[(&str, &str)] = &[
    ("not TOML", "listen = = 1"),
    ("a word without its quotation marks", "[log]\nformat = json"),
    ("a key that is misspelt", "[sessions]\nidel_minutes = 5"),
    ("a key in the wrong part", "[log]\nlevel = \"info\"\nlisten = \"127.0.0.1:80\""),
    ("a key that is like no other", "[log]\ncolour = true"),
    ("a part that is misspelt", "[stmp]\nhost = \"mail.example.nl\""),
    ("no public address", "!listen = \"127.0.0.1:8080\""),
    ("a public address that is empty", "!public_url = \" \""),
    ("a number between quotation marks", "[sessions]\nidle_minutes = \"30\""),
    ("one text instead of a list", "trusted_proxies = \"10.0.0.1\""),
    ("a value instead of a part", "smtp = \"mail.example.nl\""),
    ("one provider instead of several", "[oidc]\nid = \"a\""),
    ("a number instead of a text", "listen = 8080"),
    ("a number that is too large", "[smtp]\nhost = \"mail.example.nl\"\nfrom = \"a@b.nl\"\nport = 70000"),
    ("an address without port", "listen = \"127.0.0.1\""),
    ("a public address that is none", "!public_url = \"zicht.example.nl\""),
    ("a public address with a password", "!public_url = \"https://ada:geheim@zicht.example.nl\""),
    ("a public address below another", "!public_url = \"https://example.nl/zicht\""),
    ("a public address without TLS", "!public_url = \"http://zicht.example.nl\""),
    ("a proxy that is a name", "trusted_proxies = [\"10.0.0.1\", \"proxy.example.nl\"]"),
    ("every proxy there is", "trusted_proxies = [\"0.0.0.0/0\"]"),
    ("metrics for everybody", "metrics = \"0.0.0.0:9464\""),
    ("metrics where pages are", "metrics = \"127.0.0.1:8080\""),
    (
        "behind a proxy that is not named",
        "!listen = \"127.0.0.1:8080\"\npublic_url = \"https://zicht.example.nl\"",
    ),
    ("open to the network without TLS", "listen = \"0.0.0.0:8080\""),
    ("a certificate without a key", "[tls]\ncertificate = \"cert.pem\""),
    ("certificate and key exchanged", "[tls]\ncertificate = \"cert-key.pem\"\nkey = \"cert.pem\""),
    ("a certificate that is not there", "[tls]\ncertificate = \"old.pem\"\nkey = \"cert-key.pem\""),
    ("a key that is a folder", "[tls]\ncertificate = \"cert.pem\"\nkey = \"folder\""),
    ("keys that are not there yet", "keys = \"new.toml\""),
    ("keys that are something else", "keys = \"secret\""),
    ("keys that everybody can read", "keys = \"open\""),
    ("keys in the settings", "keys = \"geheim = 1\""),
    ("a database of another kind", "database = \"mysql://zicht:geheim@db/zicht\""),
    ("a server that is no address", "database = \"postgres://zicht@db:geheim/zicht\""),
    ("a database in a folder that is not there", "database = \"nowhere/zicht.db\""),
    ("a database password", "database = \"postgres://zicht:geheim@127.0.0.1/zicht\""),
    (
        "a database password after a question mark",
        "database = \"postgres://zicht@127.0.0.1/zicht?password=geheim\"",
    ),
    ("a database over the network without TLS", "database = \"postgres://zicht@db.example.nl/zicht\""),
    ("idle for longer than at all", "[sessions]\nidle_minutes = 120\nabsolute_hours = 1"),
    ("an audit trail of two years", "[audit]\nkeep_years = 2"),
    ("a log format that there is not", "[log]\nformat = \"xml\""),
    ("a mail server without name", "[smtp]\nfrom = \"zicht@example.nl\""),
    ("a mail server with its port", "[smtp]\nhost = \"mail.example.nl:25\"\nfrom = \"zicht@example.nl\""),
    ("mail from nobody", "[smtp]\nhost = \"mail.example.nl\"\nfrom = \"Zicht\""),
    (
        "mail without protection",
        "[smtp]\nhost = \"mail.example.nl\"\nsecurity = \"none\"\nfrom = \"zicht@example.nl\"",
    ),
    (
        "a mail password in the settings",
        "[smtp]\nhost = \"mail.example.nl\"\nfrom = \"a@b.nl\"\npassword = \"geheim\"",
    ),
    (
        "a mail user without password",
        "[smtp]\nhost = \"mail.example.nl\"\nfrom = \"a@b.nl\"\nuser = \"zicht\"",
    ),
    (
        "a mail password without user",
        "[smtp]\nhost = \"mail.example.nl\"\nfrom = \"a@b.nl\"\npassword_file = \"secret\"",
    ),
    (
        "a secret that everybody can read",
        "[smtp]\nhost = \"mail.example.nl\"\nfrom = \"a@b.nl\"\nuser = \"zicht\"\npassword_file = \"open\"",
    ),
    (
        "a secret that is empty",
        "[smtp]\nhost = \"mail.example.nl\"\nfrom = \"a@b.nl\"\nuser = \"zicht\"\npassword_file = \"empty\"",
    ),
    (
        "a secret in two places",
        "[[oidc]]\nid = \"twice\"\nname = \"A\"\nissuer = \"https://a.nl\"\nclient_id = \"z\"\n\
         client_secret_file = \"secret\"",
    ),
    (
        "two providers with one id, one of them without TLS",
        "[[oidc]]\nid = \"a\"\nname = \"A\"\nissuer = \"https://a.nl\"\nclient_id = \"z\"\n\
         [[oidc]]\nid = \"a\"\nname = \"B\"\nissuer = \"http://b.nl\"\nclient_id = \"z\"",
    ),
    (
        "a provider with a wrong id and address and its secret",
        "[[oidc]]\nid = \"Mijn Gemeente\"\nname = \"A\"\nissuer = \"a.nl\"\nclient_id = \"z\"\n\
         client_secret = \"geheim\"",
    ),
    (
        "a role that there is not, from no claim",
        "[[oidc]]\nid = \"a\"\nname = \"A\"\nissuer = \"https://a.nl\"\nclient_id = \"z\"\n\
         roles = [{ value = \"x\", organisation = \"GM0344\", role = \"edtor\" }]",
    ),
];
