//! Page frame, language, errors, routes with permissions, charts and tile map.
