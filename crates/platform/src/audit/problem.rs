//! What can be wrong with an audit trail, in a sentence each.

use thiserror::Error;

/// Something that is not as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Problem {
    /// The hash of an event does not follow from its text and the hash before it.
    #[error(
        "Event {seq} is not as it was recorded: it was changed or inserted, stands in another place, or the event before it was."
    )]
    Changed {
        /// Its number.
        seq: i64,
    },
    /// There is a gap.
    #[error("Events {from} to {to} are missing: they were removed.")]
    Missing {
        /// The first that is not there.
        from: i64,
        /// The last that is not there.
        to: i64,
    },
    /// An event is not text, so it was not written by Zicht.
    #[error("Event {seq} cannot be read: it was changed.")]
    Unreadable {
        /// Its number.
        seq: i64,
    },
    /// An event stands before the beginning.
    #[error("Event {seq} stands before the beginning of the trail: it was put there afterwards.")]
    BeforeBeginning {
        /// Its number.
        seq: i64,
    },
    /// The end that the head names is not there.
    #[error("Events {from} to {to} are missing at the end of the trail: it was cut off.")]
    CutOff {
        /// The first that is not there.
        from: i64,
        /// The last, by the head.
        to: i64,
    },
    /// The head names an earlier end.
    #[error(
        "Events {from} to {to} stand after the end of the trail: they were inserted, or the end was changed."
    )]
    AfterEnd {
        /// The first after the end.
        from: i64,
        /// The last event.
        to: i64,
    },
    /// The head has another hash than the last event.
    #[error("The end of the trail was changed: it is not the hash of event {seq}.")]
    EndChanged {
        /// The last event.
        seq: i64,
    },
    /// There is no head.
    #[error("The end of the trail is not written anywhere: audit_head is empty.")]
    NoEnd,
    /// The trail does not lead to what was signed.
    #[error("The events up to {seq} were rewritten: they do not lead to the checkpoint of {at}.")]
    Rewritten {
        /// The event under which the signature stands.
        seq: i64,
        /// When it was signed.
        at: String,
    },
    /// The trail is shorter than what was signed.
    #[error(
        "The trail was cut off: it ends at event {last}, and the checkpoint of {at} is about event {seq}."
    )]
    ShorterThanCheckpoint {
        /// The last event that is there; 0 if there is none.
        last: i64,
        /// The event under which the signature stands.
        seq: i64,
        /// When it was signed.
        at: String,
    },
    /// A checkpoint does not carry the signature of what it says.
    #[error("The checkpoint at event {seq} was changed: its signature is not right.")]
    WrongSignature {
        /// The event under which the signature stands.
        seq: i64,
    },
    /// A checkpoint was signed by a key that is not ours.
    #[error("The checkpoint at event {seq} was signed with another key ({key}) than ours.")]
    ForeignSignature {
        /// The event under which the signature stands.
        seq: i64,
        /// The name of that key.
        key: String,
    },
    /// The trail tells about a checkpoint that is not there.
    #[error("The checkpoint at event {seq} was removed: the trail tells that it was made.")]
    CheckpointMissing {
        /// The event under which the signature stood.
        seq: i64,
    },
    /// The beginning was taken away by something else than `zicht audit prune`.
    #[error("Event {seq} says that earlier events were deleted, but Zicht did not sign that.")]
    UnsignedPruning {
        /// The event that says so.
        seq: i64,
    },
    /// A trigger is gone.
    #[error("The trigger {name} is missing: the database does not protect the trail any more.")]
    TriggerMissing {
        /// Its name, or that of its function.
        name: String,
    },
    /// A trigger is not ours, or not as ours was.
    #[error(
        "The trigger {name} is not as Zicht made it: the database does not protect the trail as it should."
    )]
    TriggerChanged {
        /// Its name, or that of its function or rule.
        name: String,
    },
}
