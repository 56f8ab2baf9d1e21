# Running Zicht: what can be wrong with the settings file, and how jobs and mail are doing.
# Each finding has its place before it: ‘zicht.toml, row 12, key smtp.host: ...’.

## The settings file

finding-config-absent = This file does not exist. Make it with zicht init, or name another with --config.
finding-config-unreadable = This file cannot be read. Check who may read it, and that it is text.
finding-config-syntax = This is not sound TOML: { $problem }. Mend this line.
finding-config-unknown-key = We do not know this key. { $guess ->
    [here] Do you mean ‘{ $nearest }’?
    [elsewhere] Do you mean ‘{ $nearest }’? Keys after a line such as [log] belong to that part.
   *[no] Check its spelling, or remove it.
}
finding-config-missing = ‘{ $key }’ is missing. Add this key here.
finding-config-empty = There is nothing here. Fill it in, or remove the line.
finding-config-type = This value is not possible here. It has to be { $expected ->
    [text] a text between quotation marks
    [texts] a list of texts, such as ["10.0.0.0/24", "::1"]
    [whole] a whole number without quotation marks, such as 30
    [flag] true or false, without quotation marks
    [table] a part with keys of its own
   *[tables] one or more parts with keys of their own
}.
finding-config-range = Fill in a whole number from { $least } to { $most }.
finding-config-choice = ‘{ $found }’ is not possible here. Choose from: { $known }.

## Addresses

finding-config-address = ‘{ $found }’ is not an address with a port. Write for instance "127.0.0.1:8080", or "0.0.0.0:443" for every network.
finding-config-url = This is not a web address. Write the address that people type, such as "https://zicht.example.nl", without a user or password in it.
finding-config-url-path = This address has something after the name of the server. Zicht has a server name to itself: leave the rest out.
finding-config-url-plain = This address begins with http://. People sign in here, so it has to begin with https://. Only on this machine itself, such as "http://localhost:8080", it may be without.
finding-config-network = ‘{ $found }’ is not a network. Write an address such as "10.0.0.5", or a network such as "10.0.0.0/24".
finding-config-proxies-all = This network is the whole internet: everybody could pretend to come from another address. Name only the proxies that stand before Zicht.
finding-config-metrics-public = Metrics would be served to everybody. Choose an address of this machine ("127.0.0.1:9464") or of your own network.
finding-config-metrics-same = Metrics and pages have the same address. Give metrics another port.
finding-config-listen-plain = Zicht listens to other machines without TLS, and no proxy is trusted. Fill in [tls], or name the proxy that does TLS in trusted_proxies.
finding-config-proxy-unnamed = Zicht listens without TLS on this machine itself, so a proxy stands in front of it. It is not trusted: all visitors count as one address and share its limits. Add: trusted_proxies = ["127.0.0.1"], or the address from which the proxy comes. With trusted_proxies = [] you say that it is meant so.

## Files and secrets

finding-config-file-missing = The file that is named here does not exist. A relative name goes from the folder of the settings.
finding-config-file-unreadable = The file that is named here cannot be read. Check that the user under which Zicht runs may read it, and that it is text.
finding-config-file-open = Everybody on this machine can read or change the file { $file }, and there is a secret in it. Make it private: chmod 600 { $file }
finding-config-pem = There is no { $kind } in the file { $file }. It has to be a PEM file with a line that begins with -----BEGIN.
finding-config-keys-missing = The file with the keys of encryption does not exist yet. zicht init makes it. Did Zicht run before? Then put the file back: without it nobody can read names and addresses.
finding-config-keys = There are no keys of encryption in { $file }, or something is wrong with them. Put back what zicht init made.
finding-config-secret-here = A secret does not belong in this file. Put it in a file of its own, name that file under ‘{ $instead }’, and choose a new secret: this one may have been read.
finding-config-secret-empty = The file { $file } is empty. The secret has to be in it.
finding-config-secret-twice = The environment variable { $variable } is there too, and goes first. Remove one of the two.

## Database

finding-config-database-kind = Zicht has no database of the kind { $found }://. Write the name of a file, or postgres://USER@HOST/DATABASE.
finding-config-database-address = This is not the address of a PostgreSQL server. Write postgres://USER@HOST:PORT/DATABASE.
finding-config-database-file = This file can't be a database: its folder does not exist, or it is a folder itself.
finding-config-database-password = There is a password in this address. Take it out, put it in a file of its own, and name that file under database_password_file.
finding-config-database-plain = The connection to this server may go without TLS. Add ?sslmode=verify-full, or ?sslmode=require if the server has a certificate of its own making.

## Sign-in

finding-config-idle-longer = A sign-in would last longer without requests than in all. Make idle_minutes shorter, or absolute_hours longer.
finding-config-oidc-id = This can't be the id of a provider. It stands in addresses: use only small letters, digits and hyphens.
finding-config-oidc-twice = There is another provider with the id ‘{ $found }’. Give each its own.
finding-config-issuer = This is not the address of an OpenID provider. Write it as the provider gives it, such as "https://login.example.nl/realms/gemeente".
finding-config-issuer-plain = The address of a provider has to begin with https://.
finding-config-roles-without-claim = It is not clear where the values of these roles come from. Add ‘claim’: the name of the claim in which the provider tells them.

## Mail and audit trail

finding-config-host = This is not the name of a server. Write the name alone, such as "mail.example.nl"; the port has a key of its own.
finding-config-smtp-plain = Mail would go over the network unprotected, with links in it that let people in. Choose "starttls" or "tls". Only to a server on this machine itself it may be "none".
finding-config-smtp-half = A mail server asks for a name and a password, or for neither. ‘{ $missing }’ is missing.
finding-config-mail-address = This is not a mail address. Write "zicht@example.nl" or "Zicht <zicht@example.nl>".
finding-config-keep-years = The audit trail has to be kept for at least 5 years (NEN 7513).

## Jobs

job-state-waiting = waiting
job-state-held = waits for you
job-state-stuck = stuck
job-state-done = done

job-kind-mail-send = Send a mail
job-kind-jobs-purge = Remove old jobs
job-kind-audit-checkpoint = Sign the audit trail
job-kind-audit-prune = Remove events whose retention has ended
job-kind-organisations-merge = Take people along in a merger

job-reason-directory = Zicht could not find out who gets the mail. It is tried again.
job-reason-template = The text of the mail could not be made. The log has more.
job-reason-database = The database did not answer.
job-reason-keys = The keys of this installation do not open it.
job-reason-panicked = A fault in Zicht broke it off. The log has more.
job-reason-cut-off = Zicht itself was broken off each time it tried this.
job-reason-unknown-kind = This version of Zicht does not know this work.
job-reason-payload = What the work needs cannot be read.
job-reason-reset-failed = The link for a new password could not be made. The log has more.
job-reason-mail-without-server = There is no mail server in the settings. Give the link to the person yourself.
job-reason-mail-before-server = There was no mail server when this mail was made. Now there is one: you can still send it.
job-reason-mail-address = The mail address can't be used.
job-reason-mail-refused = The mail server refuses this mail (code { $detail }).
job-reason-mail-later = The mail server asks to try again later (code { $detail }).
job-reason-mail-sign-in = The mail server does not accept our name and password (code { $detail }).
job-reason-mail-sign-in-way = The mail server has no way to sign in that Zicht knows.
job-reason-mail-tls = There is no safe connection with the mail server: it has no TLS, or its certificate is not right.
job-reason-mail-time-out = The mail server did not answer in time.
job-reason-mail-connection = There is no connection with the mail server.

## The page about operations

operations-title = Operations
operations-times = Times are those of the clock in the Netherlands.
operations-intro = What Zicht does in the background, what of that waits for you, and how things are.
operations-without-mail = No mail server is set. Mail waits here: open a job to read its link, and hand it over yourself.
operations-tampered = Change nothing now. Keep a copy of the database and of the log, tell the privacy officer, and let zicht audit verify on the server tell what is wrong.
operations-held-mail = { $n ->
    [one] One mail still waits from before there was a mail server.
   *[other] { $n } mails still wait from before there was a mail server.
}
operations-held-mail-text = A link in it may have been handed over already, or have expired. You can still send everything, or first look at each job.
operations-held-mail-go = Send held mail
operations-verified-whole = { $at }, everything is right
operations-verified-broken = { $at }, something is wrong
operations-work = Jobs
operations-states = State of the jobs
operations-jobs = Jobs: { $state }
operations-no-jobs = There is nothing here now. That is good.
operations-runs = How things are
operations-version = Version of Zicht
operations-database = Database
operations-mail = Mail
operations-mail-yes = goes by a mail server
operations-mail-no = no mail server
operations-checkpoint = Audit trail signed
operations-verified = Audit trail gone through
operations-backup = Last backup
operations-never = not yet
operations-back = Back to operations
job-what = Job
job-state = State
job-why = Reason
job-attempts = Attempts
job-created = Made
job-next = Next attempt or done
job-retry = Try again
job-kind-audit-verify = Going through the audit trail
mail-preview = The mail
mail-preview-text = This mail was not sent. That you read it is recorded in the audit trail. Give a link to the person only.
mail-to = To
mail-subject = Subject
done-mail-released = The mail that waited is being sent now.
done-job-retried = The job is tried again.
done-job-not-waiting = This job did not wait any more. Nothing was done.
