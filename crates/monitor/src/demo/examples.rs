//! Good examples of the demonstration: invented, and in each state, with thanks and a question.

use geography::Code;
use jiff::SignedDuration;
use kernel::{Actor, Clock, Directory, Entropy, Role};
use platform::Database;
use platform::keys::Keys;

use crate::acts::examples::{self as acts, Held};
use crate::acts::run::Post;
use crate::acts::thread::{Speaker, ask};
use crate::acts::{Act, ActError};
use crate::domain::attachment::Attachment;
use crate::domain::example::Told;
use crate::domain::thread::{Audience, Party, Place};
use crate::store::examples;

/// The municipality whose people the demonstration has.
const OWN: &str = "GM0296";
/// The measure of which there are several, so that advice leads to them.
const MEASURE: &str = "measure:1:aandachtsfunctionaris";

/// Municipality, goal, measure, title, what, for whom, reach, cost.
type Invented = (&'static str, u32, &'static str, [&'static str; 5]);

const PUBLISHED: [Invented; 7] = [
    (
        "GM0268",
        6,
        MEASURE,
        [
            "De rode koffer in elk klaslokaal",
            "Op elke school weet iemand wat te doen bij zorgen. Die leerkracht heeft een rode koffer met gespreksplaten, de meldcode en een kaart met wie te bellen. Twee keer per jaar komen de koffers bij elkaar.",
            "Leerkrachten van alle basisscholen",
            "41 van de 44 scholen; de scholen tellen zelf hoe vaak de koffer opengaat.",
            "€ 60 per koffer en acht uur per school per jaar",
        ],
    ),
    (
        "GM0209",
        6,
        MEASURE,
        [
            "Een vast gezicht op drie scholen tegelijk",
            "Drie kleine scholen delen één aandachtsfunctionaris. Zij is op vaste dagen in huis, zodat kinderen en ouders haar kennen.",
            "Kleine scholen die zelf niemand kunnen vrijmaken",
            "Alle negen scholen onder de 100 leerlingen",
            "Twaalf uur per week, betaald door de scholen en de gemeente samen",
        ],
    ),
    (
        "GM0281",
        6,
        MEASURE,
        [
            "De maandagborrel van de aandachtsfunctionarissen",
            "Elke eerste maandag bespreken aandachtsfunctionarissen van school, opvang en sportclub één situatie zonder namen.",
            "Iedereen die op school, opvang of club bij zorgen wordt gebeld",
            "Vorig jaar 63 mensen, van de 80 die wij kennen",
            "Koffie, een zaal en vier uur voorbereiding per keer",
        ],
    ),
    (
        OWN,
        1,
        "own",
        [
            "De Vertelbus van Sterrenbos",
            "Een omgebouwde stadsbus staat elke week in een andere wijk. Ouders van baby’s drinken er koffie en stellen hun vragen aan een verpleegkundige. Wie wil, krijgt een vervolgafspraak in de bus.",
            "Ouders van kinderen tot twee jaar",
            "De helft van de ouders in drie wijken; de bus telt bezoekers, zonder namen.",
            "€ 38.000 per jaar, met de bus van een busbedrijf dat ermee stopte",
        ],
    ),
    (
        "GM0225",
        3,
        "own",
        [
            "Huilbaby-belronde om acht uur ’s avonds",
            "Een team van vrijwilligers en een verpleegkundige belt ouders die bij de kraamzorg vertelden dat hun baby veel huilt, op het uur waarop het zwaar is.",
            "Ouders van baby’s die veel huilen",
            "Naar schatting twee van de drie ouders die het aangeboden krijgen",
            "Zes uur per week, en een cursus van een dag",
        ],
    ),
    (
        "GM0344",
        10,
        "own",
        [
            "Weten waar je terechtkunt, op de achterkant van de ov-kaart",
            "Jongeren bedachten een sticker met drie nummers. Zij delen hem zelf uit op school en bij de halte.",
            "Jongeren van 12 tot 18 jaar",
            "11.000 stickers; een peiling onder jongeren zegt of zij de nummers kennen.",
            "€ 4.200 voor ontwerp en druk",
        ],
    ),
    (
        "GM0216",
        8,
        "measure:1:scholing-politie",
        [
            "Wijkagent en kinderwerker op één fiets",
            "Na een melding van geweld thuis komen zij binnen twee dagen samen terug. De kinderwerker praat alleen met de kinderen.",
            "Gezinnen waar de politie kwam",
            "Vorig jaar 9 van de 10 gezinnen binnen twee dagen",
            "Een dag in de week van een kinderwerker",
        ],
    ),
];

/// Makes the examples, unless they are there already.
pub async fn fill(
    database: &Database,
    directory: &dyn Directory,
    clock: &dyn Clock,
    (keys, entropy): (&Keys, &dyn Entropy),
) -> Result<(), ActError> {
    let contacts = directory.contacts(OWN, &[Role::Editor]).await.unwrap_or_default();
    let (Some(editor), Ok(own)) = (contacts.into_iter().next(), OWN.parse::<Code>()) else { return Ok(()) };
    let mut db = database.write().await?;
    if !examples::of(&mut db, own).await?.is_empty() {
        return Ok(());
    }
    let actor = Actor { person: editor.person, memberships: Vec::new() };
    let post = Post { keys, entropy };
    let mut act = Act { actor: &actor, now: clock.now(), request: "demo", by_link: false };
    let organisation = directory.organisation(OWN).await.unwrap_or_default();
    for (days, (code, goal, step, texts)) in (1_i64..).zip(PUBLISHED) {
        let Ok(municipality) = code.parse::<Code>() else { continue };
        act.now = clock.now().saturating_sub(SignedDuration::from_hours(24 * (20 - days))).unwrap_or(act.now);
        let organisation = organisation.filter(|_| municipality == own);
        let [title, what, for_whom, reach, cost] = texts;
        let id = acts::make(&mut db, &act, (municipality, organisation), (goal, title), post).await?;
        let told = Told {
            title: title.to_owned(),
            what: format!("{what} (Verzonnen voor de demonstratie.)"),
            for_whom: for_whom.to_owned(),
            reach: reach.to_owned(),
            cost: cost.to_owned(),
            contact: "jeugdbeleid@gemeente.example".to_owned(),
        };
        let held = Held { id, known: 0, organisation };
        acts::change(&mut db, &act, held, step, told).await?;
        let link = Attachment::Link {
            title: "Draaiboek".to_owned(),
            url: "https://example.org/draaiboek".to_owned(),
        };
        acts::set_document(&mut db, &act, held, Some(link)).await?;
        let held = Held { known: 1, ..held };
        acts::publish(&mut db, &act, held, true).await?;
        for thankful in ["GM0225", "GM0344", "GM0202"].iter().take(usize::try_from(1 + days % 3).unwrap_or(0))
        {
            let Ok(thankful) = thankful.parse() else { continue };
            if thankful != municipality {
                acts::thank(&mut db, &act, held, thankful).await?;
            }
        }
        if municipality == own
            && let Ok(druten) = "GM0225".parse()
        {
            let speaker = Speaker { party: Party::Municipality(druten), organisation: None, post };
            let at = (Place::Example(id), Audience::One(Party::Municipality(own)));
            ask(&mut db, &act, speaker, at, "Hoe kwamen jullie aan de bus, en wie rijdt hem?").await?;
        }
    }
    act.now = clock.now();
    let title = "Spreekuur in de bibliotheek";
    acts::make(&mut db, &act, (own, organisation), (2, title), post).await?;
    db.commit().await?;
    Ok(())
}
