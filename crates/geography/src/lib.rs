//! Municipalities, provinces, Veilig Thuis regions and mergers over time.
