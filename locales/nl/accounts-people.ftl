# Organisaties, mensen, rollen en herindelingen.

letter-signed = Zicht. Deze mail is automatisch verstuurd; u kunt er niet op antwoorden.
letter-not-you = Verwacht u deze mail niet? Dan hoeft u niets te doen.
letter-invitation-subject = Uitnodiging voor Zicht van { $organisation }
letter-invitation-why = { $organisation } nodigt u uit voor Zicht.
letter-invitation-what = Met de link hieronder kiest u hoe u inlogt. Daarna kunt u aan het werk voor { $organisation }.
letter-invitation-link = Uitnodiging van { $organisation } aannemen
letter-invitation-after = De link werkt één keer, en een week lang. Daarna kan uw beheerder een nieuwe sturen. Geef de link aan niemand anders.
letter-offer-subject = { $organisation } vraagt u mee te doen in Zicht
letter-offer-why = U heeft al een account in Zicht. { $organisation } wil u daarmee ook een rol geven.
letter-offer-what = Log in en kies of u dat wilt. Pas als u ja zegt, ziet { $organisation } uw naam en hebt u daar rechten.
letter-offer-link = Naar het aanbod van { $organisation }
letter-offer-after = U logt in zoals u gewend bent. In deze mail staat geen link die uw account opent.
