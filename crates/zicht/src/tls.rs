//! The certificate: read at the start, and again on SIGHUP.

use std::fs::File;
use std::io::BufReader;
use std::sync::Arc;

use axum_server::tls_rustls::RustlsConfig;
use platform::config::Tls;
use rustls::ServerConfig;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};

use crate::Failure;

/// Reads certificate and key; TLS 1.2 and 1.3 with the ciphers that rustls holds safe.
pub fn read(tls: &Tls) -> Result<Arc<ServerConfig>, Failure> {
    let (file, key_file) = (tls.certificate.display(), tls.key.display());
    let open = |path| File::open(path).map(BufReader::new);
    let chain = open(&tls.certificate).map_err(|error| format!("{file}: {error}")).and_then(|input| {
        let chain: Result<Vec<_>, _> = CertificateDer::pem_reader_iter(input).collect();
        chain.map_err(|_| format!("{file} is not a certificate in PEM"))
    })?;
    let key = PrivateKeyDer::from_pem_file(&tls.key)
        // The reason is left out: it may repeat a part of the key.
        .map_err(|_| format!("{key_file} is not a private key in PEM that can be read"))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, key)
        .map_err(|error| match error {
            rustls::Error::InconsistentKeys(_) => format!("{key_file} is not the key of {file}"),
            rustls::Error::NoCertificatesPresented => format!("{file} is not a certificate in PEM"),
            error => format!("{file} and {key_file} cannot be used together: {error}"),
        })?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

/// Reads the certificate again at every SIGHUP. One that can't be used is told, and the old one stays.
pub fn follow(tls: Tls, serving: RustlsConfig) {
    #[cfg(unix)]
    tokio::spawn(async move {
        use tokio::signal::unix::{SignalKind, signal};
        let Ok(mut hang_up) = signal(SignalKind::hangup()) else { return };
        while hang_up.recv().await.is_some() {
            match read(&tls) {
                Ok(config) => {
                    serving.reload_from_config(config);
                    tracing::info!("certificate read again");
                }
                Err(error) => {
                    tracing::error!(%error, "the new certificate cannot be used; the old one stays");
                }
            }
        }
    });
}
