<?xml version="1.0" encoding="utf-8"?>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Desktop</name>
    <message>
        <source>Show Linernotes</source>
        <translation>Linernotes zeigen</translation>
    </message>
    <message>
        <source>Linernotes can&apos;t start</source>
        <translation>Linernotes kann nicht starten</translation>
    </message>
    <message>
        <source>Linernotes</source>
        <translation>Linernotes</translation>
    </message>
    <message>
        <source>Waiting for the keychain, which may ask for its password …</source>
        <translation>Warten auf den Schlüsselbund, der vielleicht sein Passwort verlangt …</translation>
    </message>
    <message>
        <source>Go on without it</source>
        <translation>Ohne ihn fortfahren</translation>
    </message>
    <message>
        <source>%1 is open, but its work waits for credentials: set %2, or enter them here.</source>
        <translation>%1 ist geöffnet, aber die Arbeit wartet auf Zugangsdaten: %2 setzen oder sie hier eingeben.</translation>
    </message>
    <message>
        <source>The demo could not be started: %1</source>
        <translation>Die Demo konnte nicht gestartet werden: %1</translation>
    </message>
    <message>
        <source>Linernotes has this database open: its window is shown.</source>
        <translation>Linernotes hat diese Datenbank schon offen: Sein Fenster wird gezeigt.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be written: two windows could work on one database unnoticed.</source>
        <translation>„%1“ ist nicht beschreibbar: Zwei Fenster könnten unbemerkt an einer Datenbank arbeiten.</translation>
    </message>
    <message>
        <source>Linernotes has this database open already, in a window that does not answer. Close that window first.</source>
        <translation>Linernotes hat diese Datenbank schon offen, in einem Fenster, das nicht antwortet. Zuerst jenes Fenster schließen.</translation>
    </message>
    <message>
        <source>Bringing the database up to date. A copy of it is kept beside it …</source>
        <translation>Die Datenbank wird auf den neuen Stand gebracht. Eine Kopie bleibt daneben liegen …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Another program keeps the database locked: %1

Linernotes opens it as soon as it is free.</source>
        <translation>Ein anderes Programm hält die Datenbank gesperrt: %1

Linernotes öffnet sie, sobald sie frei ist.</translation>
    </message>
    <message>
        <source>It goes on with its own settings: --set is for a start of its own.</source>
        <translation>Es arbeitet mit seinen eigenen Einstellungen weiter: --set gilt nur für einen eigenen Start.</translation>
    </message>
</context>
<context>
    <name>ForUser</name>
    <message>
        <source>What the keychain has for “%1” is not as Linernotes writes it.</source>
        <translation>Was der Schlüsselbund für „%1“ hat, ist nicht so, wie Linernotes es schreibt.</translation>
    </message>
    <message>
        <source>No access token is given.</source>
        <translation>Es ist kein Access-Token angegeben.</translation>
    </message>
    <message>
        <source>Spotify takes both, a client id and a client secret.</source>
        <translation>Spotify braucht beides, die Client-ID und das Client-Secret.</translation>
    </message>
    <message>
        <source>Works. Spotify grants this app large pages, as it does to older apps.</source>
        <translation>Funktioniert. Spotify gewährt dieser App große Seiten, wie älteren Apps.</translation>
    </message>
    <message>
        <source>Works, in development mode: small pages, no batches and a few hundred calls a day.</source>
        <translation>Funktioniert, im Entwicklungsmodus: kleine Seiten, keine Sammelabfragen und einige hundert Aufrufe am Tag.</translation>
    </message>
    <message>
        <source>Works.</source>
        <translation>Funktioniert.</translation>
    </message>
    <message>
        <source>Right, but the app&apos;s owner needs Spotify Premium. Spotify says: “%1”</source>
        <translation>Richtig, aber der Besitzer der App braucht Spotify Premium. Spotify sagt: „%1“</translation>
    </message>
    <message>
        <source>%1 lets this app do nothing: “%2”</source>
        <translation>%1 lässt diese App nichts tun: „%2“</translation>
    </message>
    <message>
        <source>Wrong access token: Genius says “%1”</source>
        <translation>Falsches Access-Token: Genius sagt „%1“</translation>
    </message>
    <message>
        <source>Wrong client id or client secret: Spotify says “%1”</source>
        <translation>Falsche Client-ID oder falsches Client-Secret: Spotify sagt „%1“</translation>
    </message>
    <message>
        <source>No call passes now: %1</source>
        <translation>Zurzeit geht kein Aufruf hinaus: %1</translation>
    </message>
    <message>
        <source>%1 was not reached: %2</source>
        <translation>%1 wurde nicht erreicht: %2</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>%1 gave no answer that tells: %2</source>
        <translation>%1 gab keine brauchbare Antwort: %2</translation>
    </message>
    <message>
        <source>The keychain was not opened.</source>
        <translation>Der Schlüsselbund wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>The keychain lets nobody in: it may be locked.</source>
        <translation>Der Schlüsselbund lässt niemanden hinein: Vielleicht ist er gesperrt.</translation>
    </message>
    <message>
        <source>There is no keychain on this system.</source>
        <translation>Auf diesem System gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>The keychain can&apos;t be used.</source>
        <translation>Der Schlüsselbund ist nicht benutzbar.</translation>
    </message>
    <message>
        <source>The keychain can&apos;t be used: %1</source>
        <translation>Der Schlüsselbund ist nicht benutzbar: %1</translation>
    </message>
    <message>
        <source>The keychain is switched off by LINERNOTES_KEYCHAIN.</source>
        <translation>Der Schlüsselbund ist durch LINERNOTES_KEYCHAIN abgeschaltet.</translation>
    </message>
    <message>
        <source>There is no dead letter %1.</source>
        <translation>Es gibt keinen Fehlschlag %1.</translation>
    </message>
    <message>
        <source>Dead letter %1 was sent again before, as message %2.</source>
        <translation>Fehlschlag %1 wurde schon wiederholt, als Nachricht %2.</translation>
    </message>
    <message>
        <source>Dead letter %1 was discarded before: %2</source>
        <translation>Fehlschlag %1 wurde schon verworfen: %2</translation>
    </message>
    <message>
        <source>it exists and is no ordinary file</source>
        <translation>es gibt sie schon, und sie ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>Standard output</source>
        <translation>Standardausgabe</translation>
    </message>
    <message>
        <source>%1 can&apos;t be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>There is no run %1. “runs list” shows those there are.</source>
        <translation>Es gibt keinen Lauf %1. „runs list“ zeigt die vorhandenen.</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be read: %2</source>
        <translation>„%1“ kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>“%1” is too large for a list of artists.</source>
        <translation>„%1“ ist zu groß für eine Liste von Künstlern.</translation>
    </message>
    <message>
        <source>This line is too long for an artist.</source>
        <translation>Diese Zeile ist zu lang für einen Künstler.</translation>
    </message>
    <message>
        <source>This is a link to a track. Paste the link of the artist instead.</source>
        <translation>Das ist ein Link zu einem Titel. Stattdessen den Link des Künstlers einfügen.</translation>
    </message>
    <message>
        <source>This is a link to an album. Paste the link of the artist instead.</source>
        <translation>Das ist ein Link zu einem Album. Stattdessen den Link des Künstlers einfügen.</translation>
    </message>
    <message>
        <source>This is a link to a playlist. Paste the links of its artists instead.</source>
        <translation>Das ist ein Link zu einer Playlist. Stattdessen die Links ihrer Künstler einfügen.</translation>
    </message>
    <message>
        <source>This is a link to a listener&apos;s page. Paste the link of the artist instead.</source>
        <translation>Das ist ein Link zur Seite eines Hörers. Stattdessen den Link des Künstlers einfügen.</translation>
    </message>
    <message>
        <source>This is a link to a podcast. Paste the link of an artist instead.</source>
        <translation>Das ist ein Link zu einem Podcast. Stattdessen den Link eines Künstlers einfügen.</translation>
    </message>
    <message>
        <source>This is a Spotify link, but not to an artist. Paste the link of the artist instead.</source>
        <translation>Das ist ein Spotify-Link, aber nicht zu einem Künstler. Stattdessen den Link des Künstlers einfügen.</translation>
    </message>
    <message>
        <source>The artist&apos;s id in this link is not 22 letters or digits. Copy the link again.</source>
        <translation>Die Künstler-ID in diesem Link besteht nicht aus 22 Buchstaben oder Ziffern. Den Link noch einmal kopieren.</translation>
    </message>
    <message>
        <source>Short links hide which artist they lead to. Open it in a browser and paste the address that it leads to.</source>
        <translation>Kurzlinks verbergen, zu welchem Künstler sie führen. Den Link im Browser öffnen und die Adresse einfügen, zu der er führt.</translation>
    </message>
    <message>
        <source>This is not a Spotify link. Paste the artist&apos;s Spotify link, id or name.</source>
        <translation>Das ist kein Spotify-Link. Den Spotify-Link, die ID oder den Namen des Künstlers einfügen.</translation>
    </message>
    <message>
        <source>This line has signs that can&apos;t be read. Is the file a text in UTF-8?</source>
        <translation>Diese Zeile hat unlesbare Zeichen. Ist die Datei ein Text in UTF-8?</translation>
    </message>
    <message>
        <source>There is no producer %1.</source>
        <translation>Es gibt keinen Produzenten %1.</translation>
    </message>
    <message>
        <source>“%1” is there already.</source>
        <translation>„%1“ ist schon da.</translation>
    </message>
    <message>
        <source>There is no tag “%1” to take away.</source>
        <translation>Es gibt kein Schlagwort „%1“, das sich entfernen ließe.</translation>
    </message>
    <message>
        <source>There is no run %1.</source>
        <translation>Es gibt keinen Lauf %1.</translation>
    </message>
    <message>
        <source>Run %1 was cancelled.</source>
        <translation>Lauf %1 wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Run %1 has finished.</source>
        <translation>Lauf %1 ist fertig.</translation>
    </message>
    <message>
        <source>Run %1 was begun with no artist.</source>
        <translation>Lauf %1 wurde ohne Künstler begonnen.</translation>
    </message>
    <message>
        <source>There is no service “%1”. The services: %2.</source>
        <translation>Es gibt keinen Dienst „%1“. Die Dienste: %2.</translation>
    </message>
    <message>
        <source>our own limit of calls a second; 0: none</source>
        <translation>eigene Grenze der Aufrufe je Sekunde; 0: keine</translation>
    </message>
    <message>
        <source>a number from 0 to 1000</source>
        <translation>eine Zahl von 0 bis 1000</translation>
    </message>
    <message>
        <source>refusals lower the rate to this at the lowest; the same as requests_per_second: never</source>
        <translation>so tief senken Ablehnungen die Rate höchstens; gleich requests_per_second: nie</translation>
    </message>
    <message>
        <source>seconds of the service&apos;s window, in which the rate is counted</source>
        <translation>Sekunden des Zeitfensters, in dem der Dienst die Rate zählt</translation>
    </message>
    <message>
        <source>a whole number of seconds from 1 to 3600</source>
        <translation>eine ganze Zahl Sekunden von 1 bis 3600</translation>
    </message>
    <message>
        <source>first guess at the calls of an endpoint group in 24 h; 0: unknown until it refuses</source>
        <translation>erste Schätzung der Aufrufe einer Gruppe in 24 h; 0: unbekannt, bis der Dienst ablehnt</translation>
    </message>
    <message>
        <source>a whole number from 0 to 1000000</source>
        <translation>eine ganze Zahl von 0 bis 1000000</translation>
    </message>
    <message>
        <source>calls in flight at a time; 0: no limit</source>
        <translation>Aufrufe, die zugleich unterwegs sind; 0: keine Grenze</translation>
    </message>
    <message>
        <source>a whole number from 0 to 100</source>
        <translation>eine ganze Zahl von 0 bis 100</translation>
    </message>
    <message>
        <source>seconds from connecting to the last byte</source>
        <translation>Sekunden vom Verbinden bis zum letzten Byte</translation>
    </message>
    <message>
        <source>a whole number of seconds from 1 to 600</source>
        <translation>eine ganze Zahl Sekunden von 1 bis 600</translation>
    </message>
    <message>
        <source>messages worked on at a time</source>
        <translation>Nachrichten, an denen zugleich gearbeitet wird</translation>
    </message>
    <message>
        <source>a whole number from 1 to 64</source>
        <translation>eine ganze Zahl von 1 bis 64</translation>
    </message>
    <message>
        <source>a whole number from %1 to 3650</source>
        <translation>eine ganze Zahl von %1 bis 3650</translation>
    </message>
    <message>
        <source>how alike a Genius song and a recording have to be for its credits to count; 1: only the same</source>
        <translation>wie ähnlich ein Genius-Song und eine Aufnahme sein müssen, damit seine Nennungen zählen; 1: nur gleiche</translation>
    </message>
    <message>
        <source>a number from 0.6 to 1</source>
        <translation>eine Zahl von 0,6 bis 1</translation>
    </message>
    <message>
        <source>the least of the events that are written down; debug: every message</source>
        <translation>die geringsten Ereignisse, die noch aufgeschrieben werden; debug: jede Nachricht</translation>
    </message>
    <message>
        <source>debug, info, warning or error</source>
        <translation>debug, info, warning oder error</translation>
    </message>
    <message>
        <source>days for which the events stay in the database, the newest 200,000 of them</source>
        <translation>Tage, die Ereignisse in der Datenbank bleiben, die neuesten 200.000</translation>
    </message>
    <message>
        <source>beside the database</source>
        <translation>neben der Datenbank</translation>
    </message>
    <message>
        <source>where the events are written as JSON Lines too, in 5 files of 10 MB; none: nowhere</source>
        <translation>wohin die Ereignisse auch als JSON Lines geschrieben werden, in 5 Dateien von 10 MB; none: nirgendwohin</translation>
    </message>
    <message>
        <source>a folder, or none</source>
        <translation>einen Ordner oder none</translation>
    </message>
    <message>
        <source>country whose catalogue is asked, ISO 3166-1</source>
        <translation>Land, dessen Katalog gefragt wird, ISO 3166-1</translation>
    </message>
    <message>
        <source>two letters, such as US</source>
        <translation>zwei Buchstaben, etwa US</translation>
    </message>
    <message>
        <source>your e-mail or web address, which MusicBrainz wants to be told; none: it is not asked</source>
        <translation>die eigene E-Mail- oder Web-Adresse, die MusicBrainz erfahren will; none: es wird nicht gefragt</translation>
    </message>
    <message>
        <source>an e-mail address, a web address, or none</source>
        <translation>eine E-Mail-Adresse, eine Web-Adresse oder none</translation>
    </message>
    <message>
        <source>which albums: album, single, compilation, appears_on; of the last two only the artist&apos;s own tracks</source>
        <translation>welche Alben: album, single, compilation, appears_on; von den letzten beiden nur die eigenen Titel des Künstlers</translation>
    </message>
    <message>
        <source>a comma list of album, single, compilation, appears_on</source>
        <translation>eine Kommaliste aus album, single, compilation, appears_on</translation>
    </message>
    <message>
        <source>days for which nothing is fetched again</source>
        <translation>Tage, in denen nichts erneut geholt wird</translation>
    </message>
    <message>
        <source>there is no setting “%1”. The settings are: %2</source>
        <translation>es gibt keine Einstellung „%1“. Die Einstellungen sind: %2</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be the value of %2: it takes %3</source>
        <translation>„%1“ kann nicht der Wert von %2 sein. Erlaubt ist: %3</translation>
    </message>
    <message>
        <source>What the database has of “%1” is ignored: %2</source>
        <translation>Was die Datenbank zu „%1“ hat, wird übergangen: %2</translation>
    </message>
    <message>
        <source>%1 is given by --set for this start. Start without it to change the setting.</source>
        <translation>%1 ist für diesen Start durch --set gegeben. Zum Ändern ohne --set starten.</translation>
    </message>
    <message>
        <source>A stage is paused for a second to a year.</source>
        <translation>Eine Stufe wird für eine Sekunde bis ein Jahr angehalten.</translation>
    </message>
    <message>
        <source>A tag needs a word.</source>
        <translation>Ein Schlagwort braucht ein Wort.</translation>
    </message>
    <message>
        <source>A tag has up to %1 characters, this one has %2. Longer things go into the note.</source>
        <translation>Ein Schlagwort hat bis zu %1 Zeichen, dieses hat %2. Längeres gehört in die Notiz.</translation>
    </message>
    <message>
        <source>A note has up to %1 characters, this one has %2. Shorten it.</source>
        <translation>Eine Notiz hat bis zu %1 Zeichen, diese hat %2. Bitte kürzen.</translation>
    </message>
    <message>
        <source>A producer has up to %1 tags. Take one away first.</source>
        <translation>Ein Produzent hat bis zu %1 Schlagworte. Erst eines entfernen.</translation>
    </message>
    <message>
        <source>Give the filter a name.</source>
        <translation>Der Filter braucht einen Namen.</translation>
    </message>
    <message>
        <source>A filter&apos;s name has up to %1 characters.</source>
        <translation>Der Name eines Filters hat bis zu %1 Zeichen.</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made. Choose another place with --database.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden. Mit --database einen anderen Ort wählen.</translation>
    </message>
    <message>
        <source>The database %1 can&apos;t be opened: %2</source>
        <translation>Die Datenbank %1 kann nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>another Linernotes is bringing it up to date. Start again when it is done.</source>
        <translation>ein anderes Linernotes bringt sie gerade auf den neuesten Stand. Noch einmal starten, wenn es fertig ist.</translation>
    </message>
    <message>
        <source>it has to be made or brought up to date, and its folder can&apos;t be written to. Give yourself that right, or choose another file with --database.</source>
        <translation>sie muss angelegt oder auf den neuesten Stand gebracht werden, und ihr Ordner ist nicht beschreibbar. Das Recht dazu geben oder mit --database eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>it can&apos;t be written to. Give yourself that right for the file and its folder, or choose another file with --database.</source>
        <translation>sie ist nicht beschreibbar. Für die Datei und ihren Ordner das Recht dazu geben oder mit --database eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>The database %1 can&apos;t be used: %2</source>
        <translation>Die Datenbank %1 kann nicht benutzt werden: %2</translation>
    </message>
    <message>
        <source>it was written by a newer Linernotes (schema %1, this program knows %2). Install the newer Linernotes, or choose another file with --database.</source>
        <translation>sie wurde von einem neueren Linernotes geschrieben (Schema %1, dieses Programm kennt %2). Das neuere Linernotes installieren oder mit --database eine andere Datei wählen.</translation>
    </message>
    <message>
        <source>There is no queue %1.</source>
        <translation>Es gibt keine Warteschlange %1.</translation>
    </message>
    <message>
        <source>The message is not valid: %1</source>
        <translation>Die Nachricht ist nicht gültig: %1</translation>
    </message>
    <message>
        <source>Dead letter %1 does not look for an artist: there is nothing to choose.</source>
        <translation>Fehlschlag %1 sucht keinen Künstler: Es gibt nichts zu wählen.</translation>
    </message>
    <message>
        <source>%1, again (%2)</source>
        <translation>%1, erneut (%2)</translation>
    </message>
    <message>
        <source>%1, again</source>
        <translation>%1, erneut</translation>
    </message>
    <message>
        <source>Wrong client secret: Spotify says “%1”</source>
        <translation>Falsches Client-Secret: Spotify sagt „%1“</translation>
    </message>
    <message>
        <source>Wrong client id: Spotify says “%1”</source>
        <translation>Falsche Client-ID: Spotify sagt „%1“</translation>
    </message>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>%1 calls a second at the slowest are more than the limit of %2. Raise the limit first.</source>
        <translation>%1 Aufrufe pro Sekunde als Mindesttempo sind mehr als die Grenze von %2. Zuerst die Grenze anheben.</translation>
    </message>
    <message>
        <source>A limit of %1 calls a second is less than the %2 at the slowest. Lower those first.</source>
        <translation>Eine Grenze von %1 Aufrufen pro Sekunde ist weniger als das Mindesttempo von %2. Zuerst dieses senken.</translation>
    </message>
    <message>
        <source>The keychain has not answered yet: it may be locked.</source>
        <translation>Der Schlüsselbund hat noch nicht geantwortet: vielleicht ist er gesperrt.</translation>
    </message>
    <message>
        <source>it is damaged (%1). Nothing was written to it. Keep a copy, and go on with %2.</source>
        <translation>sie ist beschädigt (%1). Nichts wurde hineingeschrieben. Eine Kopie aufheben und weiterarbeiten mit %2.</translation>
    </message>
    <message>
        <source>another file (--database)</source>
        <translation>einer anderen Datei (--database)</translation>
    </message>
    <message>
        <source>the backup “%1”, which lies beside it, or with another file (--database)</source>
        <translation>der Sicherung „%1“, die daneben liegt, oder einer anderen Datei (--database)</translation>
    </message>
    <message>
        <source>its beginning is not that of a database</source>
        <translation>ihr Anfang ist nicht der einer Datenbank</translation>
    </message>
    <message>
        <source>another program keeps the database locked</source>
        <translation>ein anderes Programm hält die Datenbank gesperrt</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the disk can&apos;t be read or written (%1)</source>
        <translation>der Datenträger lässt sich nicht lesen oder beschreiben (%1)</translation>
    </message>
    <message>
        <source>The test was given up, for a setting was changed meanwhile. Test again.</source>
        <translation>Der Test wurde aufgegeben, weil inzwischen eine Einstellung geändert wurde. Erneut testen.</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>Produzent</translation>
    </message>
    <message>
        <source>Co-producer</source>
        <translation>Koproduzent</translation>
    </message>
    <message>
        <source>Additional producer</source>
        <translation>Weiterer Produzent</translation>
    </message>
    <message>
        <source>Vocal producer</source>
        <translation>Gesangsproduzent</translation>
    </message>
    <message>
        <source>Assistant producer</source>
        <translation>Assistenzproduzent</translation>
    </message>
    <message>
        <source>Executive producer</source>
        <translation>Executive Producer</translation>
    </message>
    <message>
        <source>Writer</source>
        <translation>Autor</translation>
    </message>
    <message>
        <source>Composer</source>
        <translation>Komponist</translation>
    </message>
    <message>
        <source>Lyricist</source>
        <translation>Texter</translation>
    </message>
    <message>
        <source>Performer</source>
        <translation>Interpret</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be made or written to. Give another folder, or none.</source>
        <translation>„%1“ lässt sich nicht anlegen oder beschreiben. Einen anderen Ordner angeben oder none.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui</name>
    <message>
        <source>Detail</source>
        <translation>Detail</translation>
    </message>
    <message>
        <source>Info</source>
        <translation>Info</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Message done</source>
        <translation>Nachricht erledigt</translation>
    </message>
    <message>
        <source>Attempt failed</source>
        <translation>Versuch gescheitert</translation>
    </message>
    <message>
        <source>Message given up</source>
        <translation>Nachricht aufgegeben</translation>
    </message>
    <message>
        <source>Lease lost</source>
        <translation>Reservierung verloren</translation>
    </message>
    <message>
        <source>Dead letter retried</source>
        <translation>Fehlschlag wiederholt</translation>
    </message>
    <message>
        <source>Dead letter discarded</source>
        <translation>Fehlschlag verworfen</translation>
    </message>
    <message>
        <source>Run started</source>
        <translation>Lauf gestartet</translation>
    </message>
    <message>
        <source>Run finished</source>
        <translation>Lauf fertig</translation>
    </message>
    <message>
        <source>Service refused</source>
        <translation>Dienst lehnte ab</translation>
    </message>
    <message>
        <source>Circuit changed</source>
        <translation>Schutzschalter geschaltet</translation>
    </message>
    <message>
        <source>Credentials needed</source>
        <translation>Zugangsdaten nötig</translation>
    </message>
    <message>
        <source>Credentials given</source>
        <translation>Zugangsdaten erhalten</translation>
    </message>
    <message>
        <source>Engine started</source>
        <translation>Programm gestartet</translation>
    </message>
    <message>
        <source>Engine stopped</source>
        <translation>Arbeit angehalten</translation>
    </message>
    <message>
        <source>Database in trouble</source>
        <translation>Datenbank gestört</translation>
    </message>
    <message>
        <source>Database well again</source>
        <translation>Datenbank wieder in Ordnung</translation>
    </message>
    <message>
        <source>Setting not understood</source>
        <translation>Einstellung unverständlich</translation>
    </message>
    <message>
        <source>Events lost</source>
        <translation>Ereignisse verloren</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Kind of error</source>
        <translation>Fehlerart</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>Held open by hand: no call goes out</source>
        <translation>Von Hand offen gehalten: Kein Aufruf geht hinaus</translation>
    </message>
    <message>
        <source>Out of order</source>
        <translation>Gestört</translation>
    </message>
    <message>
        <source>Out of order, next try %1</source>
        <translation>Gestört, nächste Probe %1</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Blocked until %1</source>
        <translation>Gesperrt bis %1</translation>
    </message>
    <message>
        <source>Being tried again</source>
        <translation>Wird erprobt</translation>
    </message>
    <message>
        <source>Ready, held closed by hand</source>
        <translation>Bereit, Schutzschalter geschlossen gehalten</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Künstler</translation>
    </message>
    <message>
        <source>Albums</source>
        <translation>Alben</translation>
    </message>
    <message>
        <source>Tracks</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Finds each seeded artist on Spotify.</source>
        <translation>Sucht jeden eingetragenen Künstler bei Spotify.</translation>
    </message>
    <message>
        <source>Lists the artist&apos;s albums and singles.</source>
        <translation>Listet die Alben und Singles des Künstlers auf.</translation>
    </message>
    <message>
        <source>Reads the tracks and groups those with the same sound into recordings.</source>
        <translation>Liest die Titel und fasst die gleich klingenden zu Aufnahmen zusammen.</translation>
    </message>
    <message>
        <source>Matches each recording with its song on Genius and reads who made it.</source>
        <translation>Findet zu jeder Aufnahme den Song bei Genius und liest, wer sie gemacht hat.</translation>
    </message>
    <message>
        <source>Finds the producers&apos; own pages and accounts.</source>
        <translation>Findet die eigenen Seiten und Konten der Produzenten.</translation>
    </message>
    <message>
        <source>Idle</source>
        <translation>Untätig</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>Arbeitet</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Needs credentials</source>
        <translation>Braucht Zugangsdaten</translation>
    </message>
    <message>
        <source>the song links to this Spotify track</source>
        <translation>der Song verweist auf diesen Spotify-Titel</translation>
    </message>
    <message>
        <source>the song links to another Spotify track</source>
        <translation>der Song verweist auf einen anderen Spotify-Titel</translation>
    </message>
    <message>
        <source>same title</source>
        <translation>gleicher Titel</translation>
    </message>
    <message>
        <source>same artist</source>
        <translation>gleicher Künstler</translation>
    </message>
    <message>
        <source>other featured artists</source>
        <translation>andere Gastkünstler</translation>
    </message>
    <message>
        <source>a translation</source>
        <translation>eine Übersetzung</translation>
    </message>
    <message>
        <source>titles alike to %1</source>
        <translation>Titel zu %1 ähnlich</translation>
    </message>
    <message>
        <source>artists alike to %1</source>
        <translation>Künstler zu %1 ähnlich</translation>
    </message>
    <message>
        <source>another version (%1)</source>
        <translation>andere Fassung (%1)</translation>
    </message>
    <message>
        <source>same version (%1)</source>
        <translation>gleiche Fassung (%1)</translation>
    </message>
    <message>
        <source>Too many calls</source>
        <translation>Zu viele Aufrufe</translation>
    </message>
    <message>
        <source>Service out of order</source>
        <translation>Dienst gestört</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>Keine Verbindung</translation>
    </message>
    <message>
        <source>No answer in time</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Error of the service</source>
        <translation>Fehler des Dienstes</translation>
    </message>
    <message>
        <source>Credentials refused</source>
        <translation>Zugangsdaten abgelehnt</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Request refused</source>
        <translation>Anfrage abgelehnt</translation>
    </message>
    <message>
        <source>Unexpected answer</source>
        <translation>Unerwartete Antwort</translation>
    </message>
    <message>
        <source>Message not understood</source>
        <translation>Nachricht unverständlich</translation>
    </message>
    <message>
        <source>Ended the program</source>
        <translation>Beendete das Programm</translation>
    </message>
    <message>
        <source>Artist not certain</source>
        <translation>Künstler nicht eindeutig</translation>
    </message>
    <message>
        <source>Retry once the network is back.</source>
        <translation>Wiederholen, sobald das Netz wieder da ist.</translation>
    </message>
    <message>
        <source>Retry when the service answers faster again.</source>
        <translation>Wiederholen, wenn der Dienst wieder schneller antwortet.</translation>
    </message>
    <message>
        <source>Retry once the service has recovered.</source>
        <translation>Wiederholen, sobald sich der Dienst erholt hat.</translation>
    </message>
    <message>
        <source>The service does not know what was asked for. Correct the message or discard it.</source>
        <translation>Der Dienst kennt das Gefragte nicht. Die Nachricht berichtigen oder verwerfen.</translation>
    </message>
    <message>
        <source>The service refuses what was asked. Correct the message or discard it.</source>
        <translation>Der Dienst lehnt die Anfrage ab. Die Nachricht berichtigen oder verwerfen.</translation>
    </message>
    <message>
        <source>The service answered otherwise than documented. Retry later; if it stays so, the program has to learn it.</source>
        <translation>Der Dienst antwortete anders als dokumentiert. Später wiederholen; bleibt es dabei, muss das Programm es lernen.</translation>
    </message>
    <message>
        <source>Correct the message, then retry it.</source>
        <translation>Die Nachricht berichtigen, dann wiederholen.</translation>
    </message>
    <message>
        <source>The program ended again and again while it worked on this. Retry it alone.</source>
        <translation>Das Programm endete immer wieder, während es hieran arbeitete. Einzeln wiederholen.</translation>
    </message>
    <message>
        <source>Choose who was meant: the name alone can&apos;t tell.</source>
        <translation>Wählen, wer gemeint war: Der Name allein sagt es nicht.</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>under 1 ms</source>
        <translation>unter 1 ms</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 T</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>bound by %1&apos;s quota</source>
        <translation>das Kontingent von %1 bremst</translation>
    </message>
    <message>
        <source>waits for %1&apos;s quota, next free %2</source>
        <translation>wartet auf das Kontingent von %1, wieder frei %2</translation>
    </message>
    <message>
        <source>%1 is out of order</source>
        <translation>%1 ist gestört</translation>
    </message>
    <message>
        <source>%1 is out of order, next try %2</source>
        <translation>%1 ist gestört, nächste Probe %2</translation>
    </message>
    <message>
        <source>%1 waits for credentials</source>
        <translation>%1 wartet auf Zugangsdaten</translation>
    </message>
    <message>
        <source>bound by %1&apos;s pace</source>
        <translation>das Tempo von %1 bremst</translation>
    </message>
    <message>
        <source>Account refused</source>
        <translation>Konto abgelehnt</translation>
    </message>
    <message>
        <source>retried</source>
        <translation>wiederholt</translation>
    </message>
    <message>
        <source>Recordings looked up: %1.</source>
        <translation>Nachgeschlagene Aufnahmen: %1.</translation>
    </message>
    <message>
        <source>Dead letters: %1.</source>
        <translation>Fehlschläge: %1.</translation>
    </message>
    <message>
        <source>“%1” is finished</source>
        <translation>„%1“ ist fertig</translation>
    </message>
    <message>
        <source>Held open by hand</source>
        <translation>Von Hand offen gehalten</translation>
    </message>
    <message>
        <source>Held closed by hand</source>
        <translation>Von Hand geschlossen gehalten</translation>
    </message>
    <message>
        <source>Closed, calls go out</source>
        <translation>Geschlossen, Aufrufe laufen</translation>
    </message>
    <message>
        <source>Open, no call goes out</source>
        <translation>Offen, kein Aufruf geht hinaus</translation>
    </message>
    <message>
        <source>Half open, being tried</source>
        <translation>Halb offen, wird erprobt</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Next try</source>
        <translation>Nächste Probe</translation>
    </message>
    <message>
        <source>no limit of ours</source>
        <translation>keine eigene Grenze</translation>
    </message>
    <message>
        <source>%1 calls in %2 s, not used yet</source>
        <translation>%1 Aufrufe in %2 s, noch ungenutzt</translation>
    </message>
    <message>
        <source>%1, of %2 allowed</source>
        <translation>%1 von erlaubten %2</translation>
    </message>
    <message>
        <source>%1, all that is allowed</source>
        <translation>%1, alles Erlaubte</translation>
    </message>
    <message>
        <source>until %1: %2</source>
        <translation>bis %1: %2</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Learned rate</source>
        <translation>Erlerntes Tempo</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>Gleichzeitig</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>In flight</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>In line</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Hit rate</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>not tried yet</source>
        <translation>noch ungetestet</translation>
    </message>
    <message>
        <source>Origin</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Circuit</source>
        <translation>Schutzschalter</translation>
    </message>
    <message>
        <source>Quota</source>
        <translation>Kontingent</translation>
    </message>
    <message>
        <source>Calls since the start</source>
        <translation>Aufrufe seit dem Start</translation>
    </message>
    <message>
        <source>Cache</source>
        <translation>Cache</translation>
    </message>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>%1 used, limit not known</source>
        <translation>%1, Grenze unbekannt</translation>
    </message>
    <message>
        <source>%1 of %2, next free %3</source>
        <translation>%1 von %2, wieder frei %3</translation>
    </message>
    <message>
        <source>%1 of %2, %3 left</source>
        <translation>%1 von %2, noch %3</translation>
    </message>
    <message>
        <source>24 h, %1</source>
        <translation>24 h, %1</translation>
    </message>
    <message>
        <source>Closed again</source>
        <translation>Wieder geschlossen</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Tried again</source>
        <translation>Erneut erprobt</translation>
    </message>
    <message>
        <source>Left to the calls again</source>
        <translation>Wieder automatisch geregelt</translation>
    </message>
    <message>
        <source>Tried by hand</source>
        <translation>Von Hand erprobt</translation>
    </message>
    <message>
        <source>Calls a second</source>
        <translation>Aufrufe pro Sekunde</translation>
    </message>
    <message>
        <source>Our own limit, whatever the service would take. 0 is none.</source>
        <translation>Unsere eigene Grenze, auch wenn der Dienst mehr zuließe. 0 ist keine.</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>At the slowest</source>
        <translation>Mindesttempo</translation>
    </message>
    <message>
        <source>Refusals slow the calls down, to this at most. As much as the limit above: they do not.</source>
        <translation>Ablehnungen bremsen die Aufrufe, höchstens bis hierher. Ebenso viel wie die Grenze darüber: Sie bremsen nicht.</translation>
    </message>
    <message>
        <source>Counted over</source>
        <translation>Gezählt über</translation>
    </message>
    <message>
        <source>How long the service&apos;s window is, in which the calls are counted.</source>
        <translation>Wie lang das Fenster des Dienstes ist, in dem die Aufrufe gezählt werden.</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>Calls a day, a first guess</source>
        <translation>Aufrufe am Tag, erste Schätzung</translation>
    </message>
    <message>
        <source>Of one group of endpoints in 24 hours. 0: not known until the service refuses.</source>
        <translation>Je Gruppe von Endpunkten in 24 Stunden. 0: unbekannt, bis der Dienst ablehnt.</translation>
    </message>
    <message>
        <source>Calls at a time</source>
        <translation>Gleichzeitige Aufrufe</translation>
    </message>
    <message>
        <source>0 is no limit.</source>
        <translation>0 ist keine Grenze.</translation>
    </message>
    <message>
        <source>Waits for an answer</source>
        <translation>Wartezeit auf Antwort</translation>
    </message>
    <message>
        <source>From connecting to the last byte.</source>
        <translation>Vom Verbinden bis zum letzten Byte.</translation>
    </message>
    <message>
        <source>Market</source>
        <translation>Markt</translation>
    </message>
    <message>
        <source>The country whose catalogue is asked, in two letters, such as US.</source>
        <translation>Das Land, dessen Katalog gefragt wird, in zwei Buchstaben, etwa US.</translation>
    </message>
    <message>
        <source>Records that count</source>
        <translation>Platten, die zählen</translation>
    </message>
    <message>
        <source>Of compilations, and of albums that an artist appears on, only the artist&apos;s own tracks are read.</source>
        <translation>Von Kompilationen und von Alben, auf denen ein Künstler nur auftritt, werden allein seine eigenen Titel gelesen.</translation>
    </message>
    <message>
        <source>Nothing is asked again for</source>
        <translation>Nichts neu erfragen für</translation>
    </message>
    <message>
        <source>What was fetched is believed so long, whoever is seeded. 0: it is fetched each time.</source>
        <translation>So lange gilt, was geholt wurde, gleich wer eingetragen wird. 0: Es wird jedes Mal neu geholt.</translation>
    </message>
    <message>
        <source>days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Confidence threshold</source>
        <translation>Gewissheitsschwelle</translation>
    </message>
    <message>
        <source>How alike a Genius song and a recording have to be for its credits to count, from 0.6 to 1. Lower finds more and errs more; what does not count stays as a candidate.</source>
        <translation>Wie ähnlich sich ein Song bei Genius und eine Aufnahme sein müssen, damit seine Nennungen zählen, von 0,6 bis 1. Niedriger findet mehr und irrt mehr; was nicht zählt, bleibt als Kandidat.</translation>
    </message>
    <message>
        <source>Activity that is written down</source>
        <translation>Aufgezeichnete Aktivität</translation>
    </message>
    <message>
        <source>What is less is neither in the database nor in the files.</source>
        <translation>Geringeres steht weder in der Datenbank noch in den Dateien.</translation>
    </message>
    <message>
        <source>Activity is kept for</source>
        <translation>Aktivität bleibt für</translation>
    </message>
    <message>
        <source>The newest 200,000 events at most.</source>
        <translation>Höchstens die neuesten 200.000 Ereignisse.</translation>
    </message>
    <message>
        <source>Folder of the event files</source>
        <translation>Ordner der Ereignisdateien</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>Stufen</translation>
    </message>
    <message>
        <source>What counts</source>
        <translation>Was zählt</translation>
    </message>
    <message>
        <source>Freshness and log</source>
        <translation>Frische, Protokoll</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Darstellung</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s keychain, or in memory for a session; never in a file, the database or a log.</source>
        <translation>Im Schlüsselbund des Systems aufbewahrt oder für eine Sitzung im Speicher; nie in einer Datei, der Datenbank oder einem Protokoll.</translation>
    </message>
    <message>
        <source>How many messages each stage works on at a time. The services&apos; limits hold whatever stands here.</source>
        <translation>An wie vielen Nachrichten jede Stufe zugleich arbeitet. Die Grenzen der Dienste gelten, was auch hier steht.</translation>
    </message>
    <message>
        <source>What the desktop tells you of while you do other things.</source>
        <translation>Was der Desktop meldet, während anderes im Vordergrund ist.</translation>
    </message>
    <message>
        <source>Singles and EPs</source>
        <translation>Singles und EPs</translation>
    </message>
    <message>
        <source>Compilations</source>
        <translation>Kompilationen</translation>
    </message>
    <message>
        <source>Albums they appear on</source>
        <translation>Alben mit Gastauftritt</translation>
    </message>
    <message>
        <source>All, each message too</source>
        <translation>Alles, auch jede Nachricht</translation>
    </message>
    <message>
        <source>Info and worse</source>
        <translation>Ab Info</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>The stage “%1” is paused until %2</source>
        <translation>Die Stufe „%1“ ist bis %2 angehalten</translation>
    </message>
    <message>
        <source>The stage “%1” is paused</source>
        <translation>Die Stufe „%1“ ist angehalten</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Sources that did not answer, asked again</source>
        <translation>Quellen, die nicht geantwortet haben, erneut gefragt</translation>
    </message>
    <message>
        <source>none needed</source>
        <translation>keine nötig</translation>
    </message>
    <message>
        <source>Your e-mail or web address</source>
        <translation>Ihre E-Mail- oder Webadresse</translation>
    </message>
    <message>
        <source>Knows more profiles of many people, and needs no key. It is asked when it may know whom to write to.</source>
        <translation>Kennt weitere Profile vieler Personen und braucht keinen Schlüssel. Gefragt wird es, wenn es wissen darf, wem es schreiben kann.</translation>
    </message>
    <message>
        <source>held open by hand</source>
        <translation>von Hand offen gehalten</translation>
    </message>
    <message>
        <source>too many failures</source>
        <translation>zu viele Fehler</translation>
    </message>
    <message>
        <source>keeps failing: %1</source>
        <translation>scheitert immer wieder: %1</translation>
    </message>
    <message>
        <source>answers take longer than %1 s</source>
        <translation>Antworten dauern länger als %1 s</translation>
    </message>
    <message>
        <source>no connection within %1 s</source>
        <translation>keine Verbindung in %1 s</translation>
    </message>
    <message>
        <source>no complete answer within %1 s</source>
        <translation>keine vollständige Antwort in %1 s</translation>
    </message>
    <message>
        <source>the answer ended in its middle</source>
        <translation>die Antwort brach mittendrin ab</translation>
    </message>
    <message>
        <source>HTTP %1 without a word</source>
        <translation>HTTP %1 ohne ein Wort</translation>
    </message>
    <message>
        <source>asked us to slow down</source>
        <translation>bat um langsamere Aufrufe</translation>
    </message>
    <message>
        <source>says that it is not available</source>
        <translation>sagt, er sei nicht verfügbar</translation>
    </message>
    <message>
        <source>daily quota used up</source>
        <translation>Tageskontingent aufgebraucht</translation>
    </message>
    <message>
        <source>says that its calls are used up</source>
        <translation>sagt, seine Aufrufe seien aufgebraucht</translation>
    </message>
    <message>
        <source>the day&apos;s %1 calls of “%2” are used up</source>
        <translation>die %1 Aufrufe des Tages von „%2“ sind aufgebraucht</translation>
    </message>
    <message>
        <source>Spotify&apos;s client id and secret are missing</source>
        <translation>Spotifys Client-ID und Client-Secret fehlen</translation>
    </message>
    <message>
        <source>Spotify refused the client id or secret: %1</source>
        <translation>Spotify lehnte Client-ID oder Client-Secret ab: %1</translation>
    </message>
    <message>
        <source>Genius&apos;s access token is missing</source>
        <translation>Das Access-Token von Genius fehlt</translation>
    </message>
    <message>
        <source>it is not asked without a contact</source>
        <translation>ohne Kontaktadresse wird nicht gefragt</translation>
    </message>
    <message>
        <source>Day&apos;s calls used up</source>
        <translation>Aufrufe des Tages aufgebraucht</translation>
    </message>
    <message>
        <source>Today&apos;s calls of %1 are used up, next free %2</source>
        <translation>Die Aufrufe des Tages von %1 sind aufgebraucht, der nächste ist frei %2</translation>
    </message>
    <message>
        <source>All work is paused</source>
        <translation>Alle Arbeit ist angehalten</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Stufe angehalten</translation>
    </message>
    <message>
        <source>under 1 min</source>
        <translation>unter 1 min</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translation>%1 d %2 h</translation>
    </message>
    <message>
        <source>%1 is held open by hand</source>
        <translation>%1 ist von Hand offen gehalten</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>an hour</source>
        <translation>pro Stunde</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>in %1 s</translation>
    </message>
    <message>
        <source>in %1 min</source>
        <translation>in %1 min</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>“%1” set to %2</source>
        <translation>„%1“ auf %2 gesetzt</translation>
    </message>
    <message>
        <source>“%1” set back</source>
        <translation>„%1“ zurückgesetzt</translation>
    </message>
    <message>
        <source>expected an object</source>
        <translation>erwartet wird ein Objekt</translation>
    </message>
    <message>
        <source>expected a string</source>
        <translation>erwartet wird ein Text</translation>
    </message>
    <message>
        <source>expected a string or null</source>
        <translation>erwartet wird ein Text oder null</translation>
    </message>
    <message>
        <source>expected a whole number</source>
        <translation>erwartet wird eine ganze Zahl</translation>
    </message>
    <message>
        <source>expected true, false or null</source>
        <translation>erwartet wird true, false oder null</translation>
    </message>
    <message>
        <source>expected a number of at least %1</source>
        <translation>erwartet wird eine Zahl ab %1</translation>
    </message>
    <message>
        <source>expected at most %1 characters</source>
        <translation>erwartet werden höchstens %1 Zeichen</translation>
    </message>
    <message>
        <source>expected a Spotify id (22 letters and digits)</source>
        <translation>erwartet wird eine Spotify-ID (22 Buchstaben und Ziffern)</translation>
    </message>
    <message>
        <source>expected an artist_id or a name</source>
        <translation>erwartet wird eine artist_id oder ein name</translation>
    </message>
    <message>
        <source>expected some of album,single,compilation,appears_on</source>
        <translation>erwartet wird eine Auswahl aus album,single,compilation,appears_on</translation>
    </message>
    <message>
        <source>expected a country as two letters</source>
        <translation>erwartet wird ein Land in zwei Buchstaben</translation>
    </message>
    <message>
        <source>expected musicbrainz, or no source for all of them</source>
        <translation>erwartet wird musicbrainz, oder für alle Quellen keine</translation>
    </message>
    <message>
        <source>“}” or “,” is missing</source>
        <translation>„}“ oder „,“ fehlt</translation>
    </message>
    <message>
        <source>“]” or “,” is missing</source>
        <translation>„]“ oder „,“ fehlt</translation>
    </message>
    <message>
        <source>“:” is missing</source>
        <translation>„:“ fehlt</translation>
    </message>
    <message>
        <source>“,” is missing</source>
        <translation>„,“ fehlt</translation>
    </message>
    <message>
        <source>a name in quotes is missing</source>
        <translation>ein Name in Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>the closing quote is missing</source>
        <translation>das schließende Anführungszeichen fehlt</translation>
    </message>
    <message>
        <source>this is no value</source>
        <translation>das ist kein Wert</translation>
    </message>
    <message>
        <source>nothing may follow the last “}”</source>
        <translation>nach der letzten „}“ darf nichts folgen</translation>
    </message>
    <message>
        <source>this is no JSON</source>
        <translation>das ist kein JSON</translation>
    </message>
    <message>
        <source>There is no message.</source>
        <translation>Es gibt keine Nachricht.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>Artist %1</source>
        <translation>Künstler %1</translation>
    </message>
    <message>
        <source>Album %1</source>
        <translation>Album %1</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>Aufnahme %1</translation>
    </message>
    <message>
        <source>Person %1</source>
        <translation>Person %1</translation>
    </message>
    <message>
        <source>from no. %1</source>
        <translation>ab Nr. %1</translation>
    </message>
    <message>
        <source>calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Last %1</source>
        <translation>Letzte %1</translation>
    </message>
    <message>
        <source>MusicBrainz wants to know whom to write to, and is told with every call. Empty: it is not asked.</source>
        <translation>MusicBrainz möchte wissen, wem es schreiben kann, und erfährt es mit jedem Aufruf. Leer: Es wird nicht gefragt.</translation>
    </message>
    <message>
        <source>The same events as JSON Lines, in five files of 10 MB.</source>
        <translation>Dieselben Ereignisse als JSON Lines, in fünf Dateien zu 10 MB.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>no files</source>
        <translation>keine Dateien</translation>
    </message>
    <message>
        <source>under 1 min left</source>
        <translation>noch unter 1 min</translation>
    </message>
    <message>
        <source>%1 of %2 calls in the last %3 s</source>
        <translation>%1 von %2 Aufrufen in den letzten %3 s</translation>
    </message>
    <message>
        <source>the database can&apos;t be written to</source>
        <translation>in die Datenbank kann nicht geschrieben werden</translation>
    </message>
    <message>
        <source>not JSON: %1 at byte %2</source>
        <translation>kein JSON: %1 bei Byte %2</translation>
    </message>
    <message>
        <source>waits for the database</source>
        <translation>wartet auf die Datenbank</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>p99</source>
        <translation>p99</translation>
    </message>
    <message>
        <source>Run cancelled</source>
        <translation>Lauf abgebrochen</translation>
    </message>
    <message>
        <source>refused in the test</source>
        <translation>im Test abgelehnt</translation>
    </message>
    <message>
        <source>accepted in the test</source>
        <translation>im Test angenommen</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ActivityPage</name>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>What went wrong, by how often</source>
        <translation>Was schiefging, nach Häufigkeit</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Shows events as they come</source>
        <translation>Zeigt Ereignisse, sobald sie kommen</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Shows all events</source>
        <translation>Zeigt alle Ereignisse</translation>
    </message>
    <message>
        <source>No event fits the filter.</source>
        <translation>Kein Ereignis passt zum Filter.</translation>
    </message>
    <message>
        <source>What the work does is told here as it happens.</source>
        <translation>Was bei der Arbeit geschieht, steht sofort hier.</translation>
    </message>
    <message>
        <source>Seed artists…</source>
        <translation>Künstler eintragen …</translation>
    </message>
    <message>
        <source>As it happens</source>
        <translation>Fortlaufend</translation>
    </message>
    <message>
        <source>Stopped: what comes is counted</source>
        <translation>Gestoppt: Neues wird gezählt</translation>
    </message>
    <message>
        <source>Copied to the clipboard.</source>
        <translation>In die Zwischenablage kopiert.</translation>
    </message>
    <message>
        <source>What the engine did, the newest first: every message that ended, every attempt that failed, every circuit that changed.

Type to filter, and choose a level, a stage, a service or a run. While “Live” is on, new rows come in at the top; when you read further down they wait until you go up again. The list beside it counts what went wrong most often: a click lists its rows. A row shows its message as it stands now, and leads to its dead letter, its run and its service.</source>
        <translation>Was das Programm getan hat, das Neueste zuerst: jede beendete Nachricht, jeder gescheiterte Versuch, jedes Schalten eines Schutzschalters.

Tippen filtert; außerdem lässt sich eine Schwere, eine Stufe, ein Dienst oder ein Lauf wählen. Solange „Live“ an ist, kommen neue Zeilen oben dazu; beim Lesen weiter unten warten sie, bis es wieder nach oben geht. Die Liste daneben zählt, was am häufigsten schiefging: Ein Klick listet dessen Zeilen auf. Eine Zeile zeigt ihre Nachricht, wie sie jetzt steht, und führt zu ihrem Fehlschlag, ihrem Lauf und ihrem Dienst.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::AttentionList</name>
    <message>
        <source>Enter credentials…</source>
        <translation>Zugangsdaten eingeben …</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>The work is paused with %Ln message(s) waiting.</source>
        <translation>
            <numerusform>Die Arbeit ist angehalten, %Ln Nachricht wartet.</numerusform>
            <numerusform>Die Arbeit ist angehalten, %Ln Nachrichten warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) died.</source>
        <translation>
            <numerusform>%Ln Nachricht ist tot.</numerusform>
            <numerusform>%Ln Nachrichten sind tot.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) paused.</source>
        <translation>
            <numerusform>%Ln Lauf angehalten.</numerusform>
            <numerusform>%Ln Läufe angehalten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing: all work goes on by itself.</source>
        <translation>Nichts: Alle Arbeit läuft von selbst weiter.</translation>
    </message>
    <message>
        <source>Needs you now</source>
        <translation>Jetzt zu tun</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Let calls decide</source>
        <translation>Automatisch regeln</translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) fit several artists.</source>
        <translation>
            <numerusform>%Ln Name passt zu mehreren Künstlern.</numerusform>
            <numerusform>%Ln Namen passen zu mehreren Künstlern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name(s) fit no artist.</source>
        <translation>
            <numerusform>%Ln Name passt zu keinem Künstler.</numerusform>
            <numerusform>%Ln Namen passen zu keinem Künstler.</numerusform>
        </translation>
    </message>
    <message>
        <source>Correct…</source>
        <translation>Berichtigen …</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The work has stopped: %1 It goes on by itself once the database can be written to.</source>
        <translation>Die Arbeit ist stehen geblieben: %1 Sie geht von selbst weiter, sobald in die Datenbank geschrieben werden kann.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::BulkWork</name>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::CandidatesView</name>
    <message numerus="yes">
        <source>%Ln follower(s)</source>
        <translation>
            <numerusform>%Ln Follower</numerusform>
            <numerusform>%Ln Follower</numerusform>
        </translation>
    </message>
    <message>
        <source>The name fits to %1</source>
        <translation>Der Name passt zu %1</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Choose %1</source>
        <translation>%1 wählen</translation>
    </message>
    <message>
        <source>%1 on Spotify</source>
        <translation>%1 bei Spotify</translation>
    </message>
    <message>
        <source>Spotify link, URI or id</source>
        <translation>Spotify-Link, -URI oder -ID</translation>
    </message>
    <message>
        <source>The artist&apos;s Spotify link, URI or id</source>
        <translation>Spotify-Link, -URI oder -ID des Künstlers</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>This is no Spotify link, URI or id. A name is corrected by “Edit and retry…”.</source>
        <translation>Das ist kein Spotify-Link, keine URI und keine ID. Ein Name lässt sich mit „Geändert wiederholen …“ berichtigen.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ChartsPanel</name>
    <message>
        <source>7 d</source>
        <comment>days</comment>
        <translation>7 T</translation>
    </message>
    <message>
        <source>24 h</source>
        <translation>24 h</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>5 min</source>
        <translation>5 min</translation>
    </message>
    <message>
        <source>Stage of the charts</source>
        <translation>Stufe der Diagramme</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>The last %1</source>
        <translation>Letzte %1</translation>
    </message>
    <message>
        <source>Charts of the last %1</source>
        <translation>Diagramme: letzte %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Charts of the next stage</source>
        <translation>Diagramme der nächsten Stufe</translation>
    </message>
    <message>
        <source>Charts of the stage before</source>
        <translation>Diagramme der vorigen Stufe</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>a second</source>
        <translation>pro Sekunde</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>messages a second</source>
        <translation>Nachrichten pro Sekunde</translation>
    </message>
    <message>
        <source>No figures of the last %1: they are written down while the engine works.</source>
        <translation>Keine Zahlen der letzten %1: Aufgeschrieben werden sie, solange gearbeitet wird.</translation>
    </message>
    <message>
        <source>Show the last %1</source>
        <translation>Die letzten %1 zeigen</translation>
    </message>
    <message>
        <source>Seed artists…</source>
        <translation>Künstler eintragen …</translation>
    </message>
    <message>
        <source>messages %1</source>
        <comment>an amount of time: a minute, in 10 s</comment>
        <translation>Nachrichten %1</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::CircuitStrip</name>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>Held open by hand</source>
        <translation>Von Hand offen gehalten</translation>
    </message>
    <message>
        <source>Held closed by hand</source>
        <translation>Von Hand geschlossen gehalten</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Being tried</source>
        <translation>Wird erprobt</translation>
    </message>
    <message>
        <source>The circuit&apos;s history</source>
        <translation>Verlauf des Schutzschalters</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Circuit: never opened</source>
        <translation>Schutzschalter: nie geöffnet</translation>
    </message>
    <message>
        <source>Circuit: did not open of itself</source>
        <translation>Schutzschalter: nicht von selbst geöffnet</translation>
    </message>
    <message numerus="yes">
        <source>Circuit: opened %Ln time(s)</source>
        <translation>
            <numerusform>Schutzschalter: %Ln-mal geöffnet</numerusform>
            <numerusform>Schutzschalter: %Ln-mal geöffnet</numerusform>
        </translation>
    </message>
    <message>
        <source>No calls yet</source>
        <translation>Noch keine Aufrufe</translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln call(s)</source>
        <translation>
            <numerusform>Letzter Aufruf</numerusform>
            <numerusform>Letzte %Ln Aufrufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln gescheitert</numerusform>
            <numerusform>%Ln gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln slow</source>
        <translation>
            <numerusform>%Ln langsam</numerusform>
            <numerusform>%Ln langsam</numerusform>
        </translation>
    </message>
    <message>
        <source>all good</source>
        <translation>alle gut</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>neueste</translation>
    </message>
    <message>
        <source>%1. A disc is a good call, a ring a slow one, a cross a failed one.</source>
        <translation>%1. Eine Scheibe ist ein guter Aufruf, ein Ring ein langsamer, ein Kreuz ein gescheiterter.</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ColleaguesModel</name>
    <message numerus="yes">
        <source>%1: %Ln recording(s) together</source>
        <translation>
            <numerusform>%1: %Ln gemeinsame Aufnahme</numerusform>
            <numerusform>%1: %Ln gemeinsame Aufnahmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>Produzent</translation>
    </message>
    <message>
        <source>Recordings together</source>
        <translation>Gemeinsame Aufnahmen</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::CommandPalette</name>
    <message>
        <source>Nothing that can be done now fits these letters.</source>
        <translation>Nichts, was jetzt möglich ist, passt zu diesen Buchstaben.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>Was soll geschehen?</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::CompareDialog</name>
    <message>
        <source>Nobody: the other run has found them all.</source>
        <translation>Niemand: Der andere Lauf hat sie alle gefunden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln producer(s) are new.</source>
        <translation>
            <numerusform>%Ln Produzent ist neu.</numerusform>
            <numerusform>%Ln Produzenten sind neu.</numerusform>
        </translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation>Lauf zum Vergleich</translation>
    </message>
    <message>
        <source>Run whose producers are shown</source>
        <translation>Lauf, dessen Produzenten gezeigt werden</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translation>Läufe vergleichen</translation>
    </message>
    <message>
        <source>New producers</source>
        <translation>Neue Produzenten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>&amp;Copy names</source>
        <translation>Namen &amp;kopieren</translation>
    </message>
    <message>
        <source>The names that are listed (%1)</source>
        <translation>Die aufgeführten Namen (%1)</translation>
    </message>
    <message>
        <source>Found by</source>
        <translation>Gefunden von</translation>
    </message>
    <message>
        <source>and not by</source>
        <translation>und nicht von</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>number and name of a run</comment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Choose two different runs.</source>
        <translation>Zwei verschiedene Läufe wählen.</translation>
    </message>
    <message>
        <source>Comparing …</source>
        <translation>Vergleich läuft …</translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation>Das hat nicht geklappt: %1</translation>
    </message>
    <message>
        <source>&amp;The other way round</source>
        <translation>&amp;Umgekehrt</translation>
    </message>
    <message>
        <source>Producers whom only the other run has found</source>
        <translation>Produzenten, die nur der andere Lauf gefunden hat</translation>
    </message>
    <message>
        <source>Listed are the first %1, those with most credits.</source>
        <translation>Aufgeführt sind die ersten %1, die mit den meisten Nennungen.</translation>
    </message>
    <message>
        <source>Return opens one.</source>
        <translation>Die Eingabetaste öffnet einen.</translation>
    </message>
    <message>
        <source>Run %1 was cancelled after %2 messages.</source>
        <translation>Lauf %1 wurde nach %2 Nachrichten abgebrochen.</translation>
    </message>
    <message>
        <source>Run %1 is not finished: %2 messages are done.</source>
        <translation>Lauf %1 ist nicht fertig: %2 Nachrichten sind erledigt.</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ComparedModel</name>
    <message>
        <source>Credits on what the run has identified</source>
        <translation>Nennungen auf dem, was der Lauf bestimmt hat</translation>
    </message>
    <message>
        <source>Producer</source>
        <translation>Produzent</translation>
    </message>
    <message>
        <source>Mostly</source>
        <translation>Meist</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Nennungen</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::CredentialsDialog</name>
    <message>
        <source>Credentials</source>
        <translation>Zugangsdaten</translation>
    </message>
    <message>
        <source>&amp;Keep in the system&apos;s keychain</source>
        <translation>Im Schlüssel&amp;bund des Systems aufbewahren</translation>
    </message>
    <message>
        <source>Use for this session &amp;only</source>
        <translation>&amp;Nur für diese Sitzung verwenden</translation>
    </message>
    <message>
        <source>Never written to a file, the database or a log.</source>
        <translation>Nie in eine Datei, die Datenbank oder ein Protokoll geschrieben.</translation>
    </message>
    <message>
        <source>%1 For this session they are in memory only; to have them at every start, set SPOTIFY_CLIENT_ID, SPOTIFY_CLIENT_SECRET and GENIUS_ACCESS_TOKEN in the environment.</source>
        <translation>%1 Für diese Sitzung bleiben sie nur im Speicher; damit sie bei jedem Start da sind, SPOTIFY_CLIENT_ID, SPOTIFY_CLIENT_SECRET und GENIUS_ACCESS_TOKEN in der Umgebung setzen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use these</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Spotify needs both, the client id and the client secret.</source>
        <translation>Spotify braucht beides, die Client-ID und das Client-Secret.</translation>
    </message>
    <message>
        <source>Enter the keys of at least one service.</source>
        <translation>Die Schlüssel mindestens eines Dienstes eingeben.</translation>
    </message>
    <message>
        <source>%1 You can use them for this session only.</source>
        <translation>%1 Sie lassen sich nur für diese Sitzung verwenden.</translation>
    </message>
    <message>
        <source>Waiting for the keychain …</source>
        <translation>Warten auf den Schlüsselbund …</translation>
    </message>
    <message>
        <source>Unlock again</source>
        <translation>Erneut entsperren</translation>
    </message>
    <message>
        <source>%1 It may have these keys already.</source>
        <translation>%1 Vielleicht sind diese Schlüssel schon darin.</translation>
    </message>
    <message>
        <source>No key has a blank inside.</source>
        <translation>In keinem Schlüssel steht ein Leerzeichen.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::CredentialsRow</name>
    <message>
        <source>Client id and client secret. Artists, albums and tracks come from there.</source>
        <translation>Client-ID und Client-Secret. Künstler, Alben und Titel kommen von dort.</translation>
    </message>
    <message>
        <source>Client access token. Producers, writers and their pages come from there.</source>
        <translation>Client-Access-Token. Produzenten, Autoren und ihre Seiten kommen von dort.</translation>
    </message>
    <message>
        <source>credentials keys token secret</source>
        <translation>Zugangsdaten Schlüssel Token Secret</translation>
    </message>
    <message>
        <source>Asks %1 with them, by one call</source>
        <translation>Fragt %1 damit, durch einen Aufruf</translation>
    </message>
    <message>
        <source>Of the demo</source>
        <translation>Aus der Demo</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Eingeben …</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::CredentialsSection</name>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>For this session only</source>
        <translation>Nur für diese Sitzung</translation>
    </message>
    <message>
        <source>From the keychain</source>
        <translation>Aus dem Schlüsselbund</translation>
    </message>
    <message>
        <source>From the environment</source>
        <translation>Aus der Umgebung</translation>
    </message>
    <message>
        <source>Client access &amp;token</source>
        <translation>Client-Access-&amp;Token</translation>
    </message>
    <message>
        <source>Get them at Spotify</source>
        <translation>Bei Spotify besorgen</translation>
    </message>
    <message>
        <source>Get one at Genius</source>
        <translation>Bei Genius besorgen</translation>
    </message>
    <message>
        <source>Finds artists, albums and tracks. Create an app there; its settings show both. An app made today is in development mode: its owner needs Spotify Premium, and it gets some hundred calls a day. Linernotes spares them, waits for the next ones, and goes on.</source>
        <translation>Findet Künstler, Alben und Titel. Dort eine App anlegen; ihre Einstellungen zeigen beides. Eine heute angelegte App ist im Entwicklungsmodus: Ihr Besitzer braucht Spotify Premium, und sie bekommt einige hundert Aufrufe am Tag. Linernotes spart damit, wartet auf die nächsten und macht weiter.</translation>
    </message>
    <message>
        <source>Knows producers, writers and their pages. Create an API client there and let it generate an access token.</source>
        <translation>Kennt Produzenten, Autoren und ihre Seiten. Dort einen API-Client anlegen und ihn ein Access-Token erzeugen lassen.</translation>
    </message>
    <message>
        <source>Client &amp;id</source>
        <translation>Client-&amp;ID</translation>
    </message>
    <message>
        <source>Spotify client id</source>
        <translation>Spotify-Client-ID</translation>
    </message>
    <message>
        <source>Client &amp;secret</source>
        <translation>Client-&amp;Secret</translation>
    </message>
    <message>
        <source>Spotify client secret</source>
        <translation>Spotify-Client-Secret</translation>
    </message>
    <message>
        <source>Genius client access token</source>
        <translation>Genius-Client-Access-Token</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Test the credentials of %1</source>
        <translation>Zugangsdaten von %1 testen</translation>
    </message>
    <message>
        <source>Asks %1 with them, by one call</source>
        <translation>Fragt %1 damit, durch einen Aufruf</translation>
    </message>
    <message>
        <source>Remove from the keychain…</source>
        <translation>Aus dem Schlüsselbund entfernen …</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Erneut testen</translation>
    </message>
    <message>
        <source>Remove from the keychain</source>
        <translation>Aus dem Schlüsselbund entfernen</translation>
    </message>
    <message>
        <source>Delete the credentials of %1 from the keychain?</source>
        <translation>Die Zugangsdaten von %1 aus dem Schlüsselbund löschen?</translation>
    </message>
    <message>
        <source>Those of the environment are used instead.</source>
        <translation>Stattdessen werden die aus der Umgebung verwendet.</translation>
    </message>
    <message>
        <source>Its work waits until you give others. %1 can show you these again.</source>
        <translation>Die Arbeit dort wartet, bis andere eingegeben sind. %1 kann diese wieder zeigen.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The keychain is locked</source>
        <translation>Der Schlüsselbund ist gesperrt</translation>
    </message>
    <message>
        <source>From the keychain, which goes before the environment</source>
        <translation>Aus dem Schlüsselbund, der der Umgebung vorgeht</translation>
    </message>
    <message>
        <source>No key has a blank inside. Copy it again.</source>
        <translation>In keinem Schlüssel steht ein Leerzeichen. Noch einmal kopieren.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::CreditsModel</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Künstler</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Erschienen</translation>
    </message>
    <message>
        <source>ISRC</source>
        <translation>ISRC</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Gewissheit</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::DashboardPage</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>What needs you now</source>
        <translation>Was jetzt zu tun ist</translation>
    </message>
    <message>
        <source>Seed an artist to find out who made the records.</source>
        <translation>Einen Künstler eintragen, um zu erfahren, wer die Platten gemacht hat.</translation>
    </message>
    <message>
        <source>Seed artists…</source>
        <translation>Künstler eintragen …</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) under way</source>
        <translation>
            <numerusform>%Ln Lauf in Gang</numerusform>
            <numerusform>%Ln Läufe in Gang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) waiting</source>
        <translation>
            <numerusform>%Ln Lauf wartet</numerusform>
            <numerusform>%Ln Läufe warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) paused</source>
        <translation>
            <numerusform>%Ln Lauf angehalten</numerusform>
            <numerusform>%Ln Läufe angehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>All runs are finished</source>
        <translation>Alle Läufe sind fertig</translation>
    </message>
    <message numerus="yes">
        <source>%Ln dead letter(s)</source>
        <translation>
            <numerusform>%Ln Fehlschlag</numerusform>
            <numerusform>%Ln Fehlschläge</numerusform>
        </translation>
    </message>
    <message>
        <source>The stage “%1” goes on.</source>
        <translation>Die Stufe „%1“ läuft weiter.</translation>
    </message>
    <message>
        <source>The work as it stands. Artists become albums, albums become tracks, tracks are looked up for their producers and writers, and these for their profiles: a card for each of the five stages, from left to right.

Ready messages wait for a free slot; in flight are those that a worker has; delayed ones wait for a time, a quota or a paused run; dead ones failed for good and wait for you on the page Dead letters. “oldest” is how long the oldest ready message has waited, “p50” and “p95” how long half and 95 of 100 messages took, the small curve how much was done over the last ten minutes.

A click on a card shows its charts alone, a right click pauses its stage, for a time or until you resume it, a click on its dead letters lists them, a click on a service opens it. “Needs you now” lists what does not go on by itself.</source>
        <translation>Die Arbeit, wie sie steht. Aus Künstlern werden Alben, aus Alben Titel; zu den Titeln werden die Produzenten und Autoren gesucht und zu diesen die Profile: eine Karte für jede der fünf Stufen, von links nach rechts.

Bereite Nachrichten warten auf einen freien Platz; in Arbeit sind die, die ein Arbeiter hat; verzögerte warten auf eine Zeit, ein Kontingent oder einen angehaltenen Lauf; tote sind endgültig gescheitert und warten auf der Seite Fehlschläge auf eine Entscheidung. „älteste“ sagt, wie lange die älteste bereite Nachricht schon wartet, „p50“ und „p95“, wie lange die Hälfte und 95 von 100 Nachrichten brauchten, die kleine Kurve, wie viel in den letzten zehn Minuten erledigt wurde.

Ein Klick auf eine Karte zeigt nur ihre Diagramme, ein Rechtsklick hält ihre Stufe an, für eine Zeit oder bis zum Fortsetzen, ein Klick auf ihre Fehlschläge listet sie auf, ein Klick auf einen Dienst öffnet ihn. „Jetzt zu tun“ nennt, was nicht von selbst weitergeht.</translation>
    </message>
    <message>
        <source>The calls decide about %1 again.</source>
        <translation>Der Schutzschalter von %1 wird wieder automatisch geregelt.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>The stage “%1” was not paused: %2</source>
        <translation>Die Stufe „%1“ wurde nicht angehalten: %2</translation>
    </message>
    <message>
        <source>The stage “%1” does not go on: %2</source>
        <translation>Die Stufe „%1“ geht nicht weiter: %2</translation>
    </message>
    <message>
        <source>The work has stopped</source>
        <translation>Die Arbeit ist stehen geblieben</translation>
    </message>
    <message>
        <source>Paused here; another program is working</source>
        <translation>Hier angehalten; ein anderes Programm arbeitet</translation>
    </message>
    <message>
        <source>The circuit of %1 was not changed: %2</source>
        <translation>Der Schutzschalter von %1 wurde nicht geändert: %2</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::DeadLettersPage</name>
    <message>
        <source>Dead letters</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Choose who was meant</source>
        <translation>Wählen, wer gemeint war</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Letters of all runs</source>
        <translation>Fehlschläge aller Läufe</translation>
    </message>
    <message>
        <source>Show the dashboard</source>
        <translation>Übersicht zeigen</translation>
    </message>
    <message>
        <source>No dead letter fits the filter.</source>
        <translation>Kein Fehlschlag passt zum Filter.</translation>
    </message>
    <message>
        <source>All that fit the filter</source>
        <translation>Alle, die zum Filter passen</translation>
    </message>
    <message>
        <source>All dead letters</source>
        <translation>Alle Fehlschläge</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>%Ln Fehlschlag</numerusform>
            <numerusform>%Ln Fehlschläge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln group(s)</source>
        <translation>
            <numerusform>%Ln Gruppe</numerusform>
            <numerusform>%Ln Gruppen</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a letter to see what happened.</source>
        <translation>Einen Fehlschlag wählen, um zu sehen, was geschah.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln letters are selected.</source>
        <translation>
            <numerusform>%Ln Fehlschlag ist ausgewählt.</numerusform>
            <numerusform>%Ln Fehlschläge sind ausgewählt.</numerusform>
        </translation>
    </message>
    <message>
        <source>The letter is being read …</source>
        <translation>Der Fehlschlag wird gelesen …</translation>
    </message>
    <message>
        <source>This letter is there no more.</source>
        <translation>Diesen Fehlschlag gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>This letter could not be read.</source>
        <translation>Dieser Fehlschlag ließ sich nicht lesen.</translation>
    </message>
    <message>
        <source>Messages that failed for good, with the answer that killed them. They are grouped by what went wrong; numbers and ids in the texts do not matter.

Retry sends a message again, as it is or edited; an artist&apos;s name that fits several is answered by choosing the one that was meant, or by a Spotify link. To discard a letter gives its work up, and wants a reason. Every action on many letters shows its progress and can be undone while the work has not been taken up. The filter takes words of the error, the message or the name; “#” with a number finds one letter. “Ended” shows the letters that were sent again or discarded, and why.</source>
        <translation>Nachrichten, die endgültig gescheitert sind, mit der Antwort, an der sie scheiterten. Sie sind danach gruppiert, was schiefging; Zahlen und Kennungen in den Texten spielen keine Rolle.

Wiederholen reiht eine Nachricht erneut ein, unverändert oder bearbeitet; passt der Name eines Künstlers zu mehreren, ist zu wählen, wer gemeint war, oder ein Spotify-Link anzugeben. Verwerfen gibt die Arbeit eines Fehlschlags auf und verlangt einen Grund. Jede Aktion an vielen Fehlschlägen zeigt ihren Fortschritt und lässt sich rückgängig machen, solange die Arbeit nicht aufgenommen ist. Der Filter nimmt Wörter des Fehlers, der Nachricht oder des Namens; „#“ mit einer Nummer findet einen Fehlschlag. „Beendet“ zeigt die Fehlschläge, die erneut eingereiht oder verworfen wurden, und warum.</translation>
    </message>
    <message>
        <source>No open dead letters: nothing waits for a decision.</source>
        <translation>Keine offenen Fehlschläge: Nichts wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>The dead letters can&apos;t be read: %1</source>
        <translation>Die Fehlschläge sind nicht zu lesen: %1</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::DiscardDialog</name>
    <message numerus="yes">
        <source>Discard %Ln letter(s)</source>
        <translation>
            <numerusform>%Ln Fehlschlag verwerfen</numerusform>
            <numerusform>%Ln Fehlschläge verwerfen</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard dead letters</source>
        <translation>Fehlschläge verwerfen</translation>
    </message>
    <message>
        <source>&amp;Why will nobody need them?</source>
        <translation>&amp;Warum braucht sie niemand mehr?</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>A few words, for whoever looks at this later</source>
        <translation>Ein paar Worte für alle, die dies später ansehen</translation>
    </message>
    <message>
        <source>Their work is not done and not tried again. They stay in the records with the reason, and you can undo it.</source>
        <translation>Ihre Arbeit wird nicht getan und nicht noch einmal versucht. Sie bleiben mit dem Grund verzeichnet, und das Verwerfen lässt sich rückgängig machen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Discard a dead letter</source>
        <translation>Fehlschlag verwerfen</translation>
    </message>
    <message>
        <source>&amp;Why will nobody need it?</source>
        <translation>&amp;Warum wird ihn niemand brauchen?</translation>
    </message>
    <message>
        <source>Its work is not done and not tried again. It stays in the records with the reason, and you can undo it.</source>
        <translation>Die Arbeit wird nicht getan und nicht noch einmal versucht. Der Fehlschlag bleibt mit dem Grund verzeichnet, und das Verwerfen lässt sich rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::EditDialog</name>
    <message>
        <source>Edit and retry message %1</source>
        <translation>Nachricht %1 geändert wiederholen</translation>
    </message>
    <message>
        <source>The message that is sent instead</source>
        <translation>Die Nachricht, die stattdessen eingereiht wird</translation>
    </message>
    <message>
        <source>Send this instead</source>
        <translation>Stattdessen einreihen</translation>
    </message>
    <message>
        <source>The original message</source>
        <translation>Die ursprüngliche Nachricht</translation>
    </message>
    <message>
        <source>As it is understood</source>
        <translation>So verstanden</translation>
    </message>
    <message>
        <source>The original, which is kept</source>
        <translation>Das Original, das erhalten bleibt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Retry as edited</source>
        <translation>Geändert wiederholen</translation>
    </message>
    <message>
        <source>A message that %1 can work on.</source>
        <translation>Eine Nachricht, mit der „%1“ arbeiten kann.</translation>
    </message>
    <message>
        <source>Retry as it is</source>
        <translation>Unverändert erneut einreihen</translation>
    </message>
    <message>
        <source>Leave without retrying?</source>
        <translation>Ohne erneutes Einreihen verlassen?</translation>
    </message>
    <message>
        <source>What was edited is kept nowhere else.</source>
        <translation>Das Bearbeitete ist sonst nirgends gespeichert.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Go on editing</source>
        <translation>Weiter bearbeiten</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::EngineSettingRow</name>
    <message>
        <source>At least one has to count.</source>
        <translation>Mindestens eines muss zählen.</translation>
    </message>
    <message>
        <source>This takes %1.</source>
        <translation>Erlaubt: %1.</translation>
    </message>
    <message>
        <source>Given by --set for this start; start without it to change it here.</source>
        <translation>Für diesen Start mit --set gegeben; um es hier zu ändern, ohne --set starten.</translation>
    </message>
    <message>
        <source>The database has “%1”, which is no value for this: it is ignored until you reset it or give another.</source>
        <translation>In der Datenbank steht „%1“, hier kein gültiger Wert: Es wird übergangen, bis dies zurückgesetzt oder ein anderer Wert gegeben wird.</translation>
    </message>
    <message>
        <source>Holds from the next start of the program.</source>
        <translation>Gilt ab dem nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>Holds when the work is started anew.</source>
        <translation>Gilt, sobald die Arbeit neu gestartet ist.</translation>
    </message>
    <message>
        <source>No files</source>
        <translation>Keine Dateien</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::EventFilter</name>
    <message>
        <source>Filter events</source>
        <translation>Ereignisse filtern</translation>
    </message>
    <message>
        <source>Filter by words, or #17 for a message</source>
        <translation>Nach Wörtern filtern, oder #17 für eine Nachricht</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>All levels</source>
        <translation>Alle Grade</translation>
    </message>
    <message>
        <source>Info and worse</source>
        <translation>Ab Info</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnungen und Fehler</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>All services</source>
        <translation>Alle Dienste</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Alle Läufe</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::EventList</name>
    <message>
        <source>Show what has come since</source>
        <translation>Neues zeigen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln new</source>
        <translation>
            <numerusform>Mehr als %Ln neues</numerusform>
            <numerusform>Mehr als %Ln neue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <translation>
            <numerusform>%Ln neues</numerusform>
            <numerusform>%Ln neue</numerusform>
        </translation>
    </message>
    <message>
        <source>Shows what has come since (%1)</source>
        <translation>Zeigt, was seither kam (%1)</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::EventView</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The event</source>
        <translation>Das Ereignis</translation>
    </message>
    <message>
        <source>Show dead letter</source>
        <translation>Fehlschlag zeigen</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Show run %1</source>
        <translation>Lauf %1 zeigen</translation>
    </message>
    <message>
        <source>Show run “%1”</source>
        <translation>Lauf „%1“ zeigen</translation>
    </message>
    <message>
        <source>Show %1</source>
        <translation>%1 zeigen</translation>
    </message>
    <message>
        <source>All of message %1</source>
        <translation>Alles zu Nachricht %1</translation>
    </message>
    <message>
        <source>Choose an event to see all of it.</source>
        <translation>Ein Ereignis wählen, um alles davon zu sehen.</translation>
    </message>
    <message>
        <source>The chosen event</source>
        <translation>Das ausgewählte Ereignis</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No event of message %1 is listed.</source>
        <translation>Zu Nachricht %1 ist kein Ereignis aufgeführt.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::EventsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Kind of error</source>
        <translation>Fehlerart</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::EvidenceView</name>
    <message>
        <source>Match %1</source>
        <translation>Passt zu %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Evidence for the selected credit</source>
        <translation>Belege der gewählten Nennung</translation>
    </message>
    <message>
        <source>%1 on “%2”</source>
        <translation>%1 bei „%2“</translation>
    </message>
    <message numerus="yes">
        <source>%1 confident, by %Ln source(s)</source>
        <translation>
            <numerusform>Zu %1 gewiss, laut %Ln Quelle</numerusform>
            <numerusform>Zu %1 gewiss, laut %Ln Quellen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 says “%2”</source>
        <translation>%1 sagt „%2“</translation>
    </message>
    <message>
        <source>Seen %1</source>
        <translation>Gesehen %1</translation>
    </message>
    <message>
        <source>Open on %1</source>
        <translation>Bei %1 öffnen</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ExportDialog</name>
    <message>
        <source>Enter the file to write.</source>
        <translation>Die Zieldatei eingeben.</translation>
    </message>
    <message>
        <source>This is a folder. Add the name of the file.</source>
        <translation>Das ist ein Ordner. Den Namen der Datei anfügen.</translation>
    </message>
    <message>
        <source>There is no folder “%1”.</source>
        <translation>Es gibt keinen Ordner „%1“.</translation>
    </message>
    <message>
        <source>The folder “%1” can&apos;t be written to.</source>
        <translation>In den Ordner „%1“ kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Byte order &amp;mark, which Excel needs to read names in all scripts</source>
        <translation>Byte-Order-&amp;Mark, die Excel braucht, um Namen aller Schriften zu lesen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Export CSV</source>
        <translation>CSV exportieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Producers</source>
        <translation>&amp;Produzenten</translation>
    </message>
    <message>
        <source>&amp;Credits</source>
        <translation>&amp;Nennungen</translation>
    </message>
    <message>
        <source>Pr&amp;ofiles</source>
        <translation>Pr&amp;ofile</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message numerus="yes">
        <source>%Ln producer(s)</source>
        <translation>
            <numerusform>%Ln Produzent</numerusform>
            <numerusform>%Ln Produzenten</numerusform>
        </translation>
    </message>
    <message>
        <source>Those selected: %1</source>
        <translation>Die ausgewählten: %1</translation>
    </message>
    <message>
        <source>Those of the current filter (none is set)</source>
        <translation>Die des aktuellen Filters (keiner gesetzt)</translation>
    </message>
    <message>
        <source>Those of the current filter</source>
        <translation>Die des aktuellen Filters</translation>
    </message>
    <message>
        <source>Those of the filter “%1”</source>
        <translation>Die des Filters „%1“</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>File to write</source>
        <translation>Zieldatei</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Wählen …</translation>
    </message>
    <message>
        <source>CSV (*.csv);;All files (*)</source>
        <translation>CSV (*.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Replace “%1”?</source>
        <translation>„%1“ ersetzen?</translation>
    </message>
    <message>
        <source>What stands in it now is lost.</source>
        <translation>Was jetzt darin steht, geht verloren.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>The file exists and will be replaced.</source>
        <translation>Die Datei gibt es schon; sie wird ersetzt.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ExportRun</name>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 von %2 Zeilen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln Zeile</numerusform>
            <numerusform>%Ln Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Exporting to %1: %2 …</source>
        <translation>Export nach %1: %2 …</translation>
    </message>
    <message>
        <source>Exporting to %1 …</source>
        <translation>Export nach %1 …</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::FactGroup</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::GroupList</name>
    <message>
        <source>Dead letters by what went wrong</source>
        <translation>Fehlschläge nach dem, was schiefging</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>Endpunkt</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::GroupsModel</name>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln hour(s)</source>
        <translation>
            <numerusform>%Ln Stunde</numerusform>
            <numerusform>%Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln minute(s)</source>
        <translation>
            <numerusform>%Ln Minute</numerusform>
            <numerusform>%Ln Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>All dead letters</source>
        <translation>Alle Fehlschläge</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>Deaths in the last %1: at most %2 in %3.</source>
        <translation>Fehlschläge, letzte %1: höchstens %2 in %3.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s)</source>
        <translation>
            <numerusform>%Ln Fehlschlag</numerusform>
            <numerusform>%Ln Fehlschläge</numerusform>
        </translation>
    </message>
    <message>
        <source>First %1, last %2</source>
        <translation>Zuerst %1, zuletzt %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them died again after a retry</source>
        <translation>
            <numerusform>%Ln davon schlug nach dem Wiederholen wieder fehl</numerusform>
            <numerusform>%Ln davon schlugen nach dem Wiederholen wieder fehl</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::HelpDialog</name>
    <message>
        <source>Help: %1</source>
        <translation>Hilfe: %1</translation>
    </message>
    <message>
        <source>Keys of this page</source>
        <translation>Tasten dieser Seite</translation>
    </message>
    <message>
        <source>Keys that work everywhere</source>
        <translation>Tasten, die überall gelten</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::LetterActions</name>
    <message>
        <source>Retry</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Edit and retry…</source>
        <translation>Geändert wiederholen …</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Retry all…</source>
        <translation>Alle wiederholen …</translation>
    </message>
    <message>
        <source>Discard all…</source>
        <translation>Alle verwerfen …</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Cancel what is going on</source>
        <translation>Laufende Aktion abbrechen</translation>
    </message>
    <message>
        <source>Copy message</source>
        <translation>Nachricht kopieren</translation>
    </message>
    <message>
        <source>Show its run</source>
        <translation>Lauf zeigen</translation>
    </message>
    <message>
        <source>Show its service</source>
        <translation>Dienst zeigen</translation>
    </message>
    <message>
        <source>Show its activity</source>
        <translation>Aktivität zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Retry %Ln letter(s)</source>
        <translation>
            <numerusform>%Ln Fehlschlag wiederholen</numerusform>
            <numerusform>%Ln Fehlschläge wiederholen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Discard %Ln letter(s)…</source>
        <translation>
            <numerusform>%Ln Fehlschlag verwerfen …</numerusform>
            <numerusform>%Ln Fehlschläge verwerfen …</numerusform>
        </translation>
    </message>
    <message>
        <source>Retry all %1…</source>
        <translation>Alle %1 wiederholen …</translation>
    </message>
    <message>
        <source>Discard all %1…</source>
        <translation>Alle %1 verwerfen …</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>They are no dead letters any more.</source>
        <translation>Sie sind keine Fehlschläge mehr.</translation>
    </message>
    <message>
        <source>Retry dead letters</source>
        <translation>Fehlschläge wiederholen</translation>
    </message>
    <message numerus="yes">
        <source>Send %Ln letter(s) again?</source>
        <translation>
            <numerusform>%Ln Fehlschlag erneut einreihen?</numerusform>
            <numerusform>%Ln Fehlschläge erneut einreihen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1

Each costs calls of its service again. Letters that die from now on are not among them.</source>
        <translation>%1

Jeder kostet wieder Aufrufe seines Dienstes. Was ab jetzt fehlschlägt, ist nicht dabei.</translation>
    </message>
    <message>
        <source>Sending again: %1</source>
        <translation>Erneutes Einreihen: %1</translation>
    </message>
    <message>
        <source>Discarding: %1</source>
        <translation>Verwerfen: %1</translation>
    </message>
    <message>
        <source>Undoing: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) sent again</source>
        <translation>
            <numerusform>%Ln Fehlschlag erneut eingereiht</numerusform>
            <numerusform>%Ln Fehlschläge erneut eingereiht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) discarded</source>
        <translation>
            <numerusform>%Ln Fehlschlag verworfen</numerusform>
            <numerusform>%Ln Fehlschläge verworfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln letter(s) brought back</source>
        <translation>
            <numerusform>%Ln Fehlschlag zurückgeholt</numerusform>
            <numerusform>%Ln Fehlschläge zurückgeholt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln had been taken up by a worker already</source>
        <translation>
            <numerusform>%Ln war schon in Arbeit</numerusform>
            <numerusform>%Ln waren schon in Arbeit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln skipped, for they had changed meanwhile</source>
        <translation>
            <numerusform>%Ln übersprungen, weil inzwischen verändert</numerusform>
            <numerusform>%Ln übersprungen, weil inzwischen verändert</numerusform>
        </translation>
    </message>
    <message>
        <source>cancelled before the other %1</source>
        <translation>abgebrochen vor den übrigen %1</translation>
    </message>
    <message>
        <source>Sent again as edited. The original is kept.</source>
        <translation>Geändert erneut eingereiht. Das Original bleibt erhalten.</translation>
    </message>
    <message>
        <source>“%1” is looked up now.</source>
        <translation>„%1“ wird jetzt nachgeschlagen.</translation>
    </message>
    <message>
        <source>Show the other message</source>
        <translation>Die andere Nachricht zeigen</translation>
    </message>
    <message>
        <source>Show message %1</source>
        <translation>Nachricht %1 zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Nothing was undone: %Ln letter(s) had been taken up by a worker already.</source>
        <translation>
            <numerusform>Nichts wurde rückgängig gemacht: An %Ln Fehlschlag wurde schon gearbeitet.</numerusform>
            <numerusform>Nichts wurde rückgängig gemacht: An %Ln Fehlschlägen wurde schon gearbeitet.</numerusform>
        </translation>
    </message>
    <message>
        <source>It died again.</source>
        <translation>Er ist wieder gescheitert.</translation>
    </message>
    <message>
        <source>Its work is done.</source>
        <translation>Die Arbeit ist getan.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln done</source>
        <translation>
            <numerusform>%Ln erledigt</numerusform>
            <numerusform>%Ln erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln died again</source>
        <translation>
            <numerusform>%Ln wieder gescheitert</numerusform>
            <numerusform>%Ln wieder gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln under way</source>
        <translation>
            <numerusform>%Ln in Gang</numerusform>
            <numerusform>%Ln in Gang</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Of these: %2.</source>
        <translation>%1 Davon: %2.</translation>
    </message>
    <message>
        <source>broken off before the other %1: %2</source>
        <translation>gescheitert vor den übrigen %1: %2</translation>
    </message>
    <message>
        <source>Nothing was sent again: %1</source>
        <translation>Nichts wurde erneut eingereiht: %1</translation>
    </message>
    <message>
        <source>Nothing was discarded: %1</source>
        <translation>Nichts wurde verworfen: %1</translation>
    </message>
    <message>
        <source>Nothing was undone: %1</source>
        <translation>Nichts wurde rückgängig gemacht: %1</translation>
    </message>
    <message numerus="yes">
        <source>Undo the last action, on %Ln letter(s)</source>
        <translation>
            <numerusform>Die letzte Handlung an %Ln Fehlschlag rückgängig machen</numerusform>
            <numerusform>Die letzte Handlung an %Ln Fehlschlägen rückgängig machen</numerusform>
        </translation>
    </message>
    <message>
        <source>The letters were not counted: %1</source>
        <translation>Die Fehlschläge wurden nicht gezählt: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting (%1)</source>
        <translation>
            <numerusform>%Ln wartet (%1)</numerusform>
            <numerusform>%Ln warten (%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Still queued: %1.</source>
        <translation>Noch nicht begonnen: %1.</translation>
    </message>
    <message>
        <source>all work is paused</source>
        <translation>alle Arbeit ist angehalten</translation>
    </message>
    <message>
        <source>the stage “%1” is paused</source>
        <translation>die Stufe „%1“ ist angehalten</translation>
    </message>
    <message>
        <source>%1 needs credentials</source>
        <translation>%1 braucht Zugangsdaten</translation>
    </message>
    <message>
        <source>%1 is not asked now</source>
        <translation>%1 wird jetzt nicht gefragt</translation>
    </message>
    <message>
        <source>the run is paused</source>
        <translation>der Lauf ist angehalten</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::LetterFilter</name>
    <message>
        <source>What became of them</source>
        <translation>Verbleib</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Kind of error</source>
        <translation>Fehlerart</translation>
    </message>
    <message>
        <source>Filter dead letters</source>
        <translation>Fehlschläge filtern</translation>
    </message>
    <message>
        <source>Filter by error, message or number</source>
        <translation>Nach Fehler, Nachricht oder Nummer filtern</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Ended: those that were sent again or discarded</source>
        <translation>Beendet: erneut eingereiht oder verworfen</translation>
    </message>
    <message>
        <source>All stages</source>
        <translation>Alle Stufen</translation>
    </message>
    <message>
        <source>All errors</source>
        <translation>Alle Fehler</translation>
    </message>
    <message>
        <source>Stage: %1</source>
        <translation>Stufe: %1</translation>
    </message>
    <message>
        <source>Kind of error: %1</source>
        <translation>Art des Fehlers: %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Run “%1”</source>
        <translation>Lauf „%1“</translation>
    </message>
    <message>
        <source>Words: %1</source>
        <translation>Wörter: %1</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::LetterList</name>
    <message>
        <source>Dead letters</source>
        <translation>Fehlschläge</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>und %Ln weiterer</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::LetterView</name>
    <message>
        <source>%1 · HTTP %2</source>
        <translation>%1 · HTTP %2</translation>
    </message>
    <message>
        <source>Was sent again as message %1 at %2.</source>
        <translation>Am %2 als Nachricht %1 erneut eingereiht.</translation>
    </message>
    <message>
        <source>Was discarded at %1: %2</source>
        <translation>Am %1 verworfen: %2</translation>
    </message>
    <message numerus="yes">
        <source>Its work was retried %Ln time(s) before and died again</source>
        <translation>
            <numerusform>Diese Arbeit wurde schon %Ln-mal wiederholt und schlug wieder fehl</numerusform>
            <numerusform>Diese Arbeit wurde schon %Ln-mal wiederholt und schlug wieder fehl</numerusform>
        </translation>
    </message>
    <message>
        <source>%1; before as message %2</source>
        <translation>%1; zuvor als Nachricht %2</translation>
    </message>
    <message>
        <source>The dead letter</source>
        <translation>Der Fehlschlag</translation>
    </message>
    <message>
        <source>Who was meant?</source>
        <translation>Wer war gemeint?</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>Die Nachricht</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Nachricht %1</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>run “%1”</source>
        <translation>Lauf „%1“</translation>
    </message>
    <message>
        <source>queued %1</source>
        <translation>eingereiht %1</translation>
    </message>
    <message numerus="yes">
        <source>read %Ln time(s)</source>
        <translation>
            <numerusform>%Ln-mal gelesen</numerusform>
            <numerusform>%Ln-mal gelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>given up by Linernotes %1</source>
        <translation>aufgegeben von Linernotes %1</translation>
    </message>
    <message>
        <source>Answer (its beginning)</source>
        <translation>Antwort (Anfang)</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Nobody of this name was found. Correct the spelling by “Edit and retry…”, or give the artist&apos;s Spotify link or id.</source>
        <translation>Niemand dieses Namens wurde gefunden. Hier hilft, die Schreibweise mit „Geändert wiederholen …“ zu berichtigen oder Spotify-Link oder -ID des Künstlers anzugeben.</translation>
    </message>
    <message>
        <source>None of those found has this name. Correct the spelling by “Edit and retry…”, choose one of them, or give the artist&apos;s Spotify link or id.</source>
        <translation>Niemand der Gefundenen trägt diesen Namen. Hier hilft, die Schreibweise mit „Geändert wiederholen …“ zu berichtigen, jemanden auszuwählen oder Spotify-Link oder -ID des Künstlers anzugeben.</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::LettersModel</name>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Sent again %1</source>
        <translation>Erneut eingereiht %1</translation>
    </message>
    <message>
        <source>Discarded %1: %2</source>
        <comment>when, why</comment>
        <translation>Verworfen %1: %2</translation>
    </message>
    <message>
        <source>%1×</source>
        <comment>so often</comment>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Died</source>
        <translation>Tot seit</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Retried</source>
        <translation>Wiederholt</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Verbleib</translation>
    </message>
    <message>
        <source>Work</source>
        <translation>Arbeit</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::LineDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::MainWindow</name>
    <message>
        <source>%1 refuses the account: %2</source>
        <translation>%1 lehnt das Konto ab: %2</translation>
    </message>
    <message>
        <source>%1 needs credentials.</source>
        <translation>%1 braucht Zugangsdaten.</translation>
    </message>
    <message>
        <source>%1 needs credentials: %2</source>
        <translation>%1 braucht Zugangsdaten: %2</translation>
    </message>
    <message>
        <source>Linernotes – demo catalogue</source>
        <translation>Linernotes – Demo-Katalog</translation>
    </message>
    <message>
        <source>Linernotes</source>
        <translation>Linernotes</translation>
    </message>
    <message>
        <source>There is no keychain here.</source>
        <translation>Hier gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Demo catalogue: invented artists, no account needed.</source>
        <translation>Demo-Katalog: erfundene Künstler, kein Konto nötig.</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Work for %1 waits, nothing is lost.</source>
        <translation>Die Arbeit für %1 wartet, nichts geht verloren.</translation>
    </message>
    <message>
        <source> and </source>
        <comment>between two services</comment>
        <translation> und </translation>
    </message>
    <message>
        <source>Trying again with the same credentials.</source>
        <translation>Neuer Versuch mit denselben Zugangsdaten.</translation>
    </message>
    <message>
        <source>That did not work: %1</source>
        <translation>Das hat nicht geklappt: %1</translation>
    </message>
    <message>
        <source>Demo artists</source>
        <translation>Demo-Künstler</translation>
    </message>
    <message numerus="yes">
        <source>%Ln artist(s) queued</source>
        <translation>
            <numerusform>%Ln Künstler eingereiht</numerusform>
            <numerusform>%Ln Künstler eingereiht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln known already</source>
        <translation>
            <numerusform>%Ln schon bekannt</numerusform>
            <numerusform>%Ln schon bekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) written to %1</source>
        <translation>
            <numerusform>%Ln Zeile nach %1 geschrieben</numerusform>
            <numerusform>%Ln Zeilen nach %1 geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>The export was cancelled. Nothing was written.</source>
        <translation>Der Export wurde abgebrochen. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>The credentials are used from now on.</source>
        <translation>Die Zugangsdaten werden ab jetzt verwendet.</translation>
    </message>
    <message>
        <source>Start Linernotes with --demo, then it opens on the demo.</source>
        <translation>Linernotes mit --demo starten, dann öffnet es die Demo.</translation>
    </message>
    <message>
        <source>The demo opens in a window of its own. The work goes on in this one.</source>
        <translation>Die Demo öffnet sich in einem eigenen Fenster. Die Arbeit in diesem geht weiter.</translation>
    </message>
    <message>
        <source>&amp;Work</source>
        <translation>&amp;Arbeit</translation>
    </message>
    <message>
        <source>&amp;Seed artists…</source>
        <translation>&amp;Künstler eintragen …</translation>
    </message>
    <message>
        <source>Seed the &amp;demo artists</source>
        <translation>&amp;Demo-Künstler eintragen</translation>
    </message>
    <message>
        <source>&amp;Export CSV…</source>
        <translation>CSV &amp;exportieren …</translation>
    </message>
    <message>
        <source>C&amp;ancel export</source>
        <translation>Export abb&amp;rechen</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Enter &amp;credentials…</source>
        <translation>&amp;Zugangsdaten eingeben …</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Goes on with the same credentials</source>
        <translation>Macht mit denselben Zugangsdaten weiter</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Suchen</translation>
    </message>
    <message>
        <source>Copied to the clipboard.</source>
        <translation>In die Zwischenablage kopiert.</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Darstellung</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Page</source>
        <translation>&amp;Seite</translation>
    </message>
    <message>
        <source>Nothing to do on this page</source>
        <translation>Auf dieser Seite nichts zu tun</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Commands…</source>
        <translation>&amp;Befehle …</translation>
    </message>
    <message>
        <source>About this &amp;page</source>
        <translation>Zu dieser &amp;Seite</translation>
    </message>
    <message>
        <source>&amp;Welcome…</source>
        <translation>&amp;Willkommen …</translation>
    </message>
    <message>
        <source>&amp;About Linernotes</source>
        <translation>Über &amp;Linernotes</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Aktionen</translation>
    </message>
    <message>
        <source>About Linernotes</source>
        <translation>Über Linernotes</translation>
    </message>
    <message>
        <source>Linernotes %1</source>
        <translation>Linernotes %1</translation>
    </message>
    <message>
        <source>Finds out who made the records.

Database: %1

Free software under the GNU General Public License, version 3 or later.</source>
        <translation>Findet heraus, wer die Platten gemacht hat.

Datenbank: %1

Freie Software unter der GNU General Public License, Version 3 oder später.</translation>
    </message>
    <message>
        <source>Seed the demo artists to see how producers are found.</source>
        <translation>Die Demo-Künstler eintragen, um zu sehen, wie Produzenten gefunden werden.</translation>
    </message>
    <message>
        <source>Seed the demo artists</source>
        <translation>Demo-Künstler eintragen</translation>
    </message>
    <message>
        <source>The keychain is locked: it may have what is needed.</source>
        <translation>Der Schlüsselbund ist gesperrt: vielleicht ist darin, was fehlt.</translation>
    </message>
    <message>
        <source>An export is under way. Wait for it, or cancel it (%1).</source>
        <translation>Ein Export läuft. Auf ihn warten oder ihn abbrechen (%1).</translation>
    </message>
    <message>
        <source>The keychain was not opened.</source>
        <translation>Der Schlüsselbund wurde nicht geöffnet.</translation>
    </message>
    <message>
        <source>&amp;Unlock the keychain again</source>
        <translation>Schlüsselbund erneut &amp;entsperren</translation>
    </message>
    <message>
        <source>Copy the &amp;message below</source>
        <translation>&amp;Meldung unten kopieren</translation>
    </message>
    <message>
        <source>&amp;Next part of the window</source>
        <translation>&amp;Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Part of the window &amp;before</source>
        <translation>&amp;Voriger Teil des Fensters</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be done now: nothing is there, or chosen, that it could be done with.</source>
        <translation>„%1“ geht gerade nicht: nichts ist da oder ausgewählt, womit es ginge.</translation>
    </message>
    <message>
        <source>Bac&amp;k to the page before</source>
        <translation>&amp;Zurück zur vorigen Seite</translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln line(s) were not understood: they stand in the list when it is opened again.</source>
        <translation>
            <numerusform>%1 %Ln Zeile wurde nicht verstanden: Sie steht beim nächsten Öffnen in der Liste.</numerusform>
            <numerusform>%1 %Ln Zeilen wurden nicht verstanden: Sie stehen beim nächsten Öffnen in der Liste.</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Give up the export and quit?</source>
        <translation>Den Export aufgeben und beenden?</translation>
    </message>
    <message>
        <source>The file is not whole yet; nothing of it would be kept.</source>
        <translation>Die Datei ist noch nicht vollständig; nichts davon bliebe erhalten.</translation>
    </message>
    <message>
        <source>Give it up and quit</source>
        <translation>Aufgeben und beenden</translation>
    </message>
    <message>
        <source>Keep the window open</source>
        <translation>Fenster offen lassen</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>Fo&amp;rtsetzen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Pause all work (%1). Nothing is lost.</source>
        <translation>Alle Arbeit anhalten (%1). Nichts geht verloren.</translation>
    </message>
    <message>
        <source>Go on with what is queued (%1)</source>
        <translation>Mit dem weitermachen, was ansteht (%1)</translation>
    </message>
    <message>
        <source>The work has stopped: %1 It goes on by itself once the database can be written to. That lies in %2.</source>
        <translation>Die Arbeit ist stehen geblieben: %1 Sie geht von selbst weiter, sobald in die Datenbank geschrieben werden kann. Diese liegt in %2.</translation>
    </message>
    <message>
        <source>Will be tried again when the work is resumed (%1).</source>
        <translation>Wird erneut versucht, sobald die Arbeit fortgesetzt ist (%1).</translation>
    </message>
    <message>
        <source>The artists were not queued: %1</source>
        <translation>Die Künstler wurden nicht eingereiht: %1</translation>
    </message>
    <message numerus="yes">
        <source>Nothing to do: %Ln artist(s) known already. What came of that is under Producers; “Repeat with fresh data” on Runs asks again.</source>
        <translation>
            <numerusform>Nichts zu tun: %Ln Künstler ist schon bekannt. Was dabei herauskam, steht unter Produzenten; „Neu abfragen“ bei den Läufen fragt erneut.</numerusform>
            <numerusform>Nichts zu tun: %Ln Künstler sind schon bekannt. Was dabei herauskam, steht unter Produzenten; „Neu abfragen“ bei den Läufen fragt erneut.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. The work is paused: resume it with %2.</source>
        <translation>%1. Die Arbeit ist angehalten: mit %2 fortsetzen.</translation>
    </message>
    <message>
        <source>The export was not written: %1</source>
        <translation>Der Export wurde nicht geschrieben: %1</translation>
    </message>
    <message>
        <source>All work is paused, as it was left. Go on with it by %1.</source>
        <translation>Alle Arbeit ist angehalten, so wie sie verlassen wurde. Weiter mit %1.</translation>
    </message>
    <message>
        <source>What is done stays done, the rest stays as it is.</source>
        <translation>Was getan ist, bleibt getan, der Rest bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>The file that is being exported is not whole yet; nothing of it would be kept.</source>
        <translation>Die Datei, die gerade exportiert wird, ist noch nicht vollständig; nichts davon bliebe erhalten.</translation>
    </message>
    <message>
        <source>Break off what is under way and quit?</source>
        <translation>Abbrechen, was im Gange ist, und beenden?</translation>
    </message>
    <message>
        <source>Break off and quit</source>
        <translation>Abbrechen und beenden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What is done stays done</source>
        <translation>Was getan ist, bleibt getan</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::MessageBar</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Close the message (%1)</source>
        <translation>Meldung schließen (%1)</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::MessageView</name>
    <message>
        <source>Message %1 waits in its queue.</source>
        <translation>Nachricht %1 wartet in ihrer Warteschlange.</translation>
    </message>
    <message>
        <source>Message %1 waits until %2.</source>
        <translation>Nachricht %1 wartet bis %2.</translation>
    </message>
    <message>
        <source>Message %1 is being worked on.</source>
        <translation>Nachricht %1 wird gerade bearbeitet.</translation>
    </message>
    <message>
        <source>Message %1 waits: its run is paused.</source>
        <translation>Nachricht %1 wartet: Ihr Lauf ist angehalten.</translation>
    </message>
    <message>
        <source>Message %1 was done at %2.</source>
        <translation>Nachricht %1 wurde erledigt: %2.</translation>
    </message>
    <message>
        <source>Message %1 became a dead letter at %2.</source>
        <translation>Nachricht %1 wurde zum Fehlschlag: %2.</translation>
    </message>
    <message>
        <source>Message %1 was a dead letter and was sent again at %2.</source>
        <translation>Nachricht %1 war ein Fehlschlag und wurde erneut eingereiht: %2.</translation>
    </message>
    <message>
        <source>Message %1 was discarded at %2.</source>
        <translation>Nachricht %1 wurde verworfen: %2.</translation>
    </message>
    <message>
        <source>The message</source>
        <translation>Die Nachricht</translation>
    </message>
    <message>
        <source>Message %1 is nowhere any more.</source>
        <translation>Nachricht %1 ist nirgends mehr vorhanden.</translation>
    </message>
    <message>
        <source>Message %1 could not be read: %2</source>
        <translation>Nachricht %1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>queued %1</source>
        <translation>eingereiht %1</translation>
    </message>
    <message numerus="yes">
        <source>read %Ln time(s)</source>
        <translation>
            <numerusform>%Ln-mal gelesen</numerusform>
            <numerusform>%Ln-mal gelesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed attempt(s)</source>
        <translation>
            <numerusform>%Ln gescheiterter Versuch</numerusform>
            <numerusform>%Ln gescheiterte Versuche</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::NewsWatch</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 has been out of order since %2</source>
        <translation>%1 ist seit %2 gestört</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::NoteView</name>
    <message>
        <source>A note has up to %1 characters. What was to be inserted has %2, and was left out.</source>
        <translation>Eine Notiz hat bis zu %1 Zeichen. Was eingefügt werden sollte, hat %2 und wurde weggelassen.</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Write a note. It is kept by itself, and goes into exports.</source>
        <translation>Eine Notiz schreiben. Sie wird von selbst gespeichert und steht auch in Exporten.</translation>
    </message>
    <message>
        <source>Kept.</source>
        <translation>Gespeichert.</translation>
    </message>
    <message>
        <source>A note had changed while it was written. Both texts are kept.</source>
        <translation>Eine Notiz hatte sich geändert, während daran geschrieben wurde. Beide Texte sind gespeichert.</translation>
    </message>
    <message>
        <source>Kept. The note had changed meanwhile: both texts stand here.</source>
        <translation>Gespeichert. Die Notiz hatte sich inzwischen geändert: Beide Texte stehen hier.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::OutcomeBar</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What is done stays done and can be undone (Esc)</source>
        <translation>Was getan ist, bleibt getan und lässt sich rückgängig machen (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
    <message>
        <source>Undo (%1)</source>
        <translation>Rückgängig (%1)</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProblemList</name>
    <message numerus="yes">
        <source>Last %Ln hour(s)</source>
        <translation>
            <numerusform>Letzte Stunde</numerusform>
            <numerusform>Letzte %Ln Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Last %Ln day(s)</source>
        <translation>
            <numerusform>Letzter Tag</numerusform>
            <numerusform>Letzte %Ln Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>No warning or error in this time.</source>
        <translation>Keine Warnung und kein Fehler in dieser Zeit.</translation>
    </message>
    <message>
        <source>Hide the problems</source>
        <translation>Probleme ausblenden</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>&amp;Time of the problems</source>
        <translation>&amp;Zeitraum der Probleme</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Schwere</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Betrifft</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Zuerst</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProblemsModel</name>
    <message>
        <source>All events</source>
        <translation>Alle Ereignisse</translation>
    </message>
    <message numerus="yes">
        <source>%Ln warning(s) and error(s)</source>
        <translation>
            <numerusform>%Ln Warnung oder Fehler</numerusform>
            <numerusform>%Ln Warnungen und Fehler</numerusform>
        </translation>
    </message>
    <message>
        <source>First %1, last %2</source>
        <translation>Zuerst %1, zuletzt %2</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProducerCommands</name>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Export selected…</source>
        <translation>Auswahl &amp;exportieren …</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>&amp;Read profiles again</source>
        <translation>&amp;Profile neu lesen</translation>
    </message>
    <message>
        <source>Add &amp;tag…</source>
        <translation>Schlagwort &amp;vergeben …</translation>
    </message>
    <message>
        <source>Re&amp;move tag…</source>
        <translation>Schlagwort en&amp;tfernen …</translation>
    </message>
    <message>
        <source>&amp;Undo the tag</source>
        <translation>Schlagwort &amp;rückgängig</translation>
    </message>
    <message>
        <source>Asks the services for profiles and aliases of the selected producers, whatever is known</source>
        <translation>Fragt die Dienste nach Profilen und Aliasnamen der ausgewählten Produzenten, was auch bekannt ist</translation>
    </message>
    <message>
        <source>&amp;Undo: take “%1” away again</source>
        <translation>&amp;Rückgängig: „%1“ wieder entfernen</translation>
    </message>
    <message>
        <source>&amp;Undo: give “%1” back</source>
        <translation>&amp;Rückgängig: „%1“ wieder vergeben</translation>
    </message>
    <message>
        <source>Read profiles again</source>
        <translation>Profile neu lesen</translation>
    </message>
    <message numerus="yes">
        <source>Read the profiles of %Ln producer(s) again?</source>
        <translation>
            <numerusform>Die Profile von %Ln Produzenten neu lesen?</numerusform>
            <numerusform>Die Profile von %Ln Produzenten neu lesen?</numerusform>
        </translation>
    </message>
    <message>
        <source>That costs a call for each at least. It is a run of its own, which can be paused and cancelled.</source>
        <translation>Das kostet für jeden mindestens einen Aufruf. Es ist ein eigener Lauf, der sich anhalten und abbrechen lässt.</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu lesen</translation>
    </message>
    <message numerus="yes">
        <source>Profiles of %Ln producer(s), again</source>
        <translation>
            <numerusform>Profile von %Ln Produzenten, erneut</numerusform>
            <numerusform>Profile von %Ln Produzenten, erneut</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln producer(s) queued.</source>
        <translation>
            <numerusform>%Ln Produzent eingereiht.</numerusform>
            <numerusform>%Ln Produzenten eingereiht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln no page is known that could be read.</source>
        <translation>
            <numerusform>Von %Ln ist keine lesbare Seite bekannt.</numerusform>
            <numerusform>Von %Ln ist keine lesbare Seite bekannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add tag</source>
        <translation>Schlagwort vergeben</translation>
    </message>
    <message numerus="yes">
        <source>Tag for %Ln producer(s)</source>
        <translation>
            <numerusform>Schlagwort für %Ln Produzenten</numerusform>
            <numerusform>Schlagwort für %Ln Produzenten</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove tag</source>
        <translation>Schlagwort entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Tag to take from %Ln producer(s)</source>
        <translation>
            <numerusform>Schlagwort, bei %Ln Produzenten zu entfernen</numerusform>
            <numerusform>Schlagwort, bei %Ln Produzenten zu entfernen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is given to %Ln producer(s).</source>
        <translation>
            <numerusform>„%1“ an %Ln Produzenten vergeben.</numerusform>
            <numerusform>„%1“ an %Ln Produzenten vergeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is taken from %Ln producer(s).</source>
        <translation>
            <numerusform>„%1“ bei %Ln Produzenten entfernt.</numerusform>
            <numerusform>„%1“ bei %Ln Produzenten entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln have as many tags as one can have.</source>
        <translation>
            <numerusform>%Ln hat schon so viele Schlagwörter wie möglich.</numerusform>
            <numerusform>%Ln haben schon so viele Schlagwörter wie möglich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is taken from %Ln producer(s) again.</source>
        <translation>
            <numerusform>„%1“ bei %Ln Produzenten wieder entfernt.</numerusform>
            <numerusform>„%1“ bei %Ln Produzenten wieder entfernt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln producer(s) have “%1” again.</source>
        <translation>
            <numerusform>%Ln Produzent hat „%1“ wieder.</numerusform>
            <numerusform>%Ln Produzenten haben „%1“ wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel what is going on</source>
        <translation>Laufende Aktion abbrechen</translation>
    </message>
    <message>
        <source>Queuing</source>
        <translation>Wird eingereiht</translation>
    </message>
    <message>
        <source>Nothing was queued: %1</source>
        <translation>Nichts wurde eingereiht: %1</translation>
    </message>
    <message>
        <source>Undoing</source>
        <translation>Wird rückgängig gemacht</translation>
    </message>
    <message>
        <source>Adding “%1”</source>
        <translation>„%1“ wird vergeben</translation>
    </message>
    <message>
        <source>Removing “%1”</source>
        <translation>„%1“ wird entfernt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Nothing was changed: %1</source>
        <translation>Nichts wurde geändert: %1</translation>
    </message>
    <message>
        <source>It was broken off before the other %1: %2</source>
        <translation>Gescheitert vor den übrigen %1: %2</translation>
    </message>
    <message>
        <source>It was cancelled before the other %1.</source>
        <translation>Abgebrochen vor den übrigen %1.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProducerFilterBar</name>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Any role</source>
        <translation>Alle Rollen</translation>
    </message>
    <message>
        <source>Has a profile on</source>
        <translation>Profil bei</translation>
    </message>
    <message>
        <source>Any platform</source>
        <translation>Alle Plattformen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Schlagwort</translation>
    </message>
    <message>
        <source>Any tag</source>
        <translation>Alle Schlagworte</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Show all producers again</source>
        <translation>Wieder alle Produzenten zeigen</translation>
    </message>
    <message>
        <source>Confidence at least</source>
        <translation>Mindestgewissheit</translation>
    </message>
    <message>
        <source>Any confidence</source>
        <translation>Alle Gewissheiten</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>Ab %1</translation>
    </message>
    <message>
        <source>Found since, or of which run</source>
        <translation>Gefunden seit oder in welchem Lauf</translation>
    </message>
    <message>
        <source>Found any time</source>
        <translation>Funddatum beliebig</translation>
    </message>
    <message>
        <source>Found since the last run began</source>
        <translation>Seit Beginn des letzten Laufs gefunden</translation>
    </message>
    <message>
        <source>Found on this day or later</source>
        <translation>Gefunden an diesem Tag oder später</translation>
    </message>
    <message>
        <source>Of run %1</source>
        <translation>Aus Lauf %1</translation>
    </message>
    <message>
        <source>Since the last run</source>
        <translation>Seit letztem Lauf</translation>
    </message>
    <message>
        <source>Since a day…</source>
        <translation>Ab einem Tag …</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProducerHeader</name>
    <message>
        <source>How sure the best-proved credit is. It is surer where two sources say the same.</source>
        <translation>Wie gewiss die am besten belegte Nennung ist. Sie ist gewisser, wo zwei Quellen dasselbe sagen.</translation>
    </message>
    <message>
        <source>A source is believed by its own weight (Spotify 95 %, Genius 90 %) times how surely its song is our recording. Two sources that agree make a credit surer than either alone; the confidence of a person is that of the best producing or writing credit.</source>
        <translation>Eine Quelle gilt nach ihrem eigenen Gewicht (Spotify 95 %, Genius 90 %) mal der Gewissheit, dass ihr Song unsere Aufnahme ist. Zwei Quellen, die übereinstimmen, machen eine Nennung gewisser als jede allein; die Gewissheit einer Person ist die ihrer besten Nennung als Produzent oder Autor.</translation>
    </message>
    <message>
        <source>Producers</source>
        <translation>Produzenten</translation>
    </message>
    <message>
        <source>Back to the producers (Esc)</source>
        <translation>Zurück zu den Produzenten (Esc)</translation>
    </message>
    <message>
        <source>Read profiles again</source>
        <translation>Profile neu lesen</translation>
    </message>
    <message>
        <source>Also known as %1</source>
        <translation>Auch bekannt als %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln credit(s)</source>
        <translation>
            <numerusform>%Ln Nennung</numerusform>
            <numerusform>%Ln Nennungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln artist(s)</source>
        <translation>
            <numerusform>%Ln Künstler</numerusform>
            <numerusform>%Ln Künstler</numerusform>
        </translation>
    </message>
    <message>
        <source>released %1</source>
        <translation>erschienen %1</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1 profile, told by %2</source>
        <translation>%1-Profil, laut %2</translation>
    </message>
    <message>
        <source>%1 id %2</source>
        <translation>%1-ID %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Incomplete: %1 has not answered (%2).</source>
        <translation>Unvollständig: %1 hat nicht geantwortet (%2).</translation>
    </message>
    <message>
        <source>It is asked again after %1.</source>
        <translation>Nächste Anfrage nach %1.</translation>
    </message>
    <message>
        <source>It is not asked again by itself; “Read profiles again” does.</source>
        <translation>Es wird nicht von selbst erneut gefragt; „Profile neu lesen“ tut es.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Asks the services for profiles and aliases, whatever is known (%1)</source>
        <translation>Fragt die Dienste nach Profilen und weiteren Namen, was auch bekannt ist (%1)</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProducerList</name>
    <message>
        <source>Producers appear here as soon as the first credits are found.</source>
        <translation>Produzenten erscheinen hier, sobald die ersten Nennungen gefunden sind.</translation>
    </message>
    <message>
        <source>Seed artists…</source>
        <translation>Künstler eintragen …</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Producers</source>
        <translation>Produzenten</translation>
    </message>
    <message>
        <source>No producer fits what is chosen above.</source>
        <translation>Kein Produzent passt zu dem, was oben gewählt ist.</translation>
    </message>
    <message>
        <source>No producer fits “%1”.</source>
        <translation>Kein Produzent passt zu „%1“.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProducerPage</name>
    <message>
        <source>Back to the producers</source>
        <translation>Zurück zu den Produzenten</translation>
    </message>
    <message>
        <source>Read profiles again</source>
        <translation>Profile neu lesen</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort vergeben</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Notiz schreiben</translation>
    </message>
    <message>
        <source>Open &amp;page</source>
        <translation>&amp;Seite öffnen</translation>
    </message>
    <message>
        <source>Open &amp;evidence</source>
        <translation>&amp;Beleg öffnen</translation>
    </message>
    <message>
        <source>&amp;Remove tag</source>
        <translation>Schlagwort &amp;entfernen</translation>
    </message>
    <message>
        <source>&amp;Worked with</source>
        <translation>&amp;Zusammenarbeit</translation>
    </message>
    <message>
        <source>There is none</source>
        <translation>Nichts vorhanden</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Worked with</source>
        <translation>Zusammenarbeit</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>Jahre</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Producers with credits on the same recordings</source>
        <translation>Produzenten mit Nennungen auf denselben Aufnahmen</translation>
    </message>
    <message>
        <source>No other producer is known on these recordings.</source>
        <translation>Auf diesen Aufnahmen ist kein anderer Produzent bekannt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln credit(s) without a date.</source>
        <translation>
            <numerusform>%Ln Nennung ohne Datum.</numerusform>
            <numerusform>%Ln Nennungen ohne Datum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Of none of these recordings it is known when it came out.</source>
        <translation>Von keiner dieser Aufnahmen ist bekannt, wann sie erschien.</translation>
    </message>
    <message>
        <source>Credits per year of release. %1</source>
        <translation>Nennungen je Erscheinungsjahr. %1</translation>
    </message>
    <message>
        <source>Credits per year of release</source>
        <translation>Nennungen je Erscheinungsjahr</translation>
    </message>
    <message numerus="yes">
        <source>Profiles of %Ln producer(s), again</source>
        <translation>
            <numerusform>Profile von %Ln Produzenten, erneut</numerusform>
            <numerusform>Profile von %Ln Produzenten, erneut</numerusform>
        </translation>
    </message>
    <message>
        <source>The profiles are read again.</source>
        <translation>Die Profile werden neu gelesen.</translation>
    </message>
    <message>
        <source>No page is known that could be read.</source>
        <translation>Es ist keine lesbare Seite bekannt.</translation>
    </message>
    <message>
        <source>Show the evidence</source>
        <translation>Belege zeigen</translation>
    </message>
    <message>
        <source>Show who they worked with</source>
        <translation>Zusammenarbeit zeigen</translation>
    </message>
    <message>
        <source>Show the years</source>
        <translation>Jahre zeigen</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProducersModel</name>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>Rollen</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Nennungen</translation>
    </message>
    <message>
        <source>Artists worked with</source>
        <translation>Künstler</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Gewissheit</translation>
    </message>
    <message>
        <source>Profiles</source>
        <translation>Profile</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>%1
There is a note about them.</source>
        <translation>%1
Dazu gibt es eine Notiz.</translation>
    </message>
    <message>
        <source>%1, with a note</source>
        <translation>%1, mit Notiz</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ProducersPage</name>
    <message>
        <source>Producers appear here as soon as the first credits are found.</source>
        <translation>Produzenten erscheinen hier, sobald die ersten Nennungen gefunden sind.</translation>
    </message>
    <message>
        <source>Producers appear here as recordings are identified.</source>
        <translation>Produzenten erscheinen hier, während Aufnahmen zugeordnet werden.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln recording(s) are waiting.</source>
        <translation>
            <numerusform>%Ln Aufnahme wartet.</numerusform>
            <numerusform>%Ln Aufnahmen warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Artists, albums and tracks are read first.</source>
        <translation>Zuerst werden Künstler, Alben und Titel gelesen.</translation>
    </message>
    <message>
        <source>Producers</source>
        <translation>Produzenten</translation>
    </message>
    <message>
        <source>Clear the &amp;filter</source>
        <translation>Filter auf&amp;heben</translation>
    </message>
    <message>
        <source>Filter producers</source>
        <translation>Produzenten filtern</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Filters that were kept</source>
        <translation>Gespeicherte Filter</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Selected</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Copied to the clipboard.</source>
        <translation>In die Zwischenablage kopiert.</translation>
    </message>
    <message>
        <source>Seed artists…</source>
        <translation>Künstler eintragen …</translation>
    </message>
    <message numerus="yes">
        <source>%Ln producer(s)</source>
        <translation>
            <numerusform>%Ln Produzent</numerusform>
            <numerusform>%Ln Produzenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Everybody who was found to have produced or written a recording, with how sure that is.

Type to filter; click a heading to sort. Enter opens a producer: every credit with its evidence, the other names and the profiles. The export writes the rows of the filter in their order, or everything.</source>
        <translation>Alle, die als Produzenten oder Autoren einer Aufnahme gefunden wurden, und wie gewiss das ist.

Tippen filtert; ein Klick auf einen Spaltenkopf sortiert. Enter öffnet einen Produzenten: jede Nennung mit ihren Belegen, die anderen Namen und die Profile. Der Export schreibt die Zeilen des Filters in ihrer Reihenfolge, oder alles.</translation>
    </message>
    <message>
        <source>Filter by name, alias, artist, tag or note</source>
        <translation>Nach Name, Alias, Künstler, Schlagwort oder Notiz filtern</translation>
    </message>
    <message>
        <source>Words of a name, an alias, an artist worked with, a tag or a note; or a role, as “writer”</source>
        <translation>Wörter eines Namens, eines Alias, eines Künstlers der Zusammenarbeit, eines Schlagworts oder einer Notiz; oder eine Rolle wie „writer“</translation>
    </message>
    <message>
        <source>The work is paused: resume it with %1.</source>
        <translation>Die Arbeit ist angehalten: mit %1 fortsetzen.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::QuotaBars</name>
    <message>
        <source>Calls of the last 24 h by endpoint group</source>
        <translation>Aufrufe der letzten 24 h je Endpunktgruppe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Calls of the last 24 h</source>
        <translation>Aufrufe der letzten 24 h</translation>
    </message>
    <message>
        <source>%1
The oldest counted hour frees its calls at %2. Which endpoints share a limit, and how high it is, is learned from refusals.</source>
        <translation>%1
Die Aufrufe der ältesten gezählten Stunde werden wieder frei (%2). Welche Endpunkte sich eine Grenze teilen und wie hoch sie ist, wird aus Ablehnungen gelernt.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ReasonDialog</name>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Why? Kept in the history, for whoever looks next</source>
        <translation>Warum? Steht im Verlauf, für alle, die später nachsehen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::RunDetail</name>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 erledigt</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>%1 dead</source>
        <translation>%1 tot</translation>
    </message>
    <message>
        <source>%1 discarded</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>%1 priority</source>
        <translation>Priorität: %1</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>%1 of %2 so far</source>
        <translation>bisher %1 von %2</translation>
    </message>
    <message>
        <source>%1 – %2, took %3</source>
        <translation>%1 – %2, Dauer %3</translation>
    </message>
    <message>
        <source>started %1</source>
        <translation>begonnen %1</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::RunRow</name>
    <message>
        <source>%1: %2. %3</source>
        <comment>a run&apos;s name, how much of it is done, how it stands</comment>
        <translation>%1: %2. %3</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::RunsList</name>
    <message>
        <source>Runs under way</source>
        <translation>Im Gange</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::RunsModel</name>
    <message>
        <source>%1: %2 of %3 done, %4 dead</source>
        <translation>%1: %2 von %3 erledigt, %4 tot</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 given up, so some results are missing (%2). Dead letters keep it with the reason, and can be sent again.</source>
        <translation>%1 aufgegeben, daher fehlen manche Ergebnisse (%2). Unter Fehlschläge steht der Grund; dort ist erneutes Einreihen möglich.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln piece(s) of work was</source>
        <translation>
            <numerusform>%Ln Auftrag wurde</numerusform>
            <numerusform>%Ln Aufträge wurden</numerusform>
        </translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Work is paused</source>
        <translation>Arbeit ruht</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Being cancelled</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Finished, %1 dead</source>
        <translation>Fertig, %1 tot</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Dead</source>
        <translation>Tot</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Gestartet</translation>
    </message>
    <message>
        <source>When it finished; ≈ is how long it will take yet</source>
        <translation>Wann er fertig war; ≈ ist, wie lange er noch braucht</translation>
    </message>
    <message>
        <source>≈ %1</source>
        <translation>≈ %1</translation>
    </message>
    <message>
        <source>Work has stopped</source>
        <translation>Arbeit steht</translation>
    </message>
    <message>
        <source>A stage is paused</source>
        <translation>Eine Stufe ruht</translation>
    </message>
    <message>
        <source>Waits for %1</source>
        <translation>Wartet auf %1</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Each list of artists that you seed is a run.</source>
        <translation>Jede Liste von Künstlern, die eingetragen wird, ist ein Lauf.</translation>
    </message>
    <message>
        <source>Seed artists…</source>
        <translation>Künstler eintragen …</translation>
    </message>
    <message>
        <source>&amp;Pause run</source>
        <translation>Lauf &amp;anhalten</translation>
    </message>
    <message>
        <source>Repeat with &amp;fresh data</source>
        <translation>&amp;Neu abfragen</translation>
    </message>
    <message>
        <source>C&amp;ompare…</source>
        <translation>&amp;Vergleichen …</translation>
    </message>
    <message>
        <source>&amp;Cancel run…</source>
        <translation>Lauf a&amp;bbrechen …</translation>
    </message>
    <message>
        <source>The same artists as a new run; what was fetched before counts as old</source>
        <translation>Dieselben Künstler als neuer Lauf; was früher geholt wurde, gilt als alt</translation>
    </message>
    <message>
        <source>Producers that this run has found and another has not</source>
        <translation>Produzenten, die dieser Lauf gefunden hat und ein anderer nicht</translation>
    </message>
    <message>
        <source>Discards what waits; what was found stays</source>
        <translation>Verwirft, was wartet; was gefunden wurde, bleibt</translation>
    </message>
    <message>
        <source>%1 priority</source>
        <translation>Priorität: %1</translation>
    </message>
    <message>
        <source>Its p&amp;roducers</source>
        <translation>Seine &amp;Produzenten</translation>
    </message>
    <message>
        <source>Who has credits on what this run has identified</source>
        <translation>Wer Nennungen auf den zugeordneten Aufnahmen dieses Laufs hat</translation>
    </message>
    <message>
        <source>Its dead &amp;letters</source>
        <translation>Seine Fehlsch&amp;läge</translation>
    </message>
    <message>
        <source>Its ac&amp;tivity</source>
        <translation>Seine Ak&amp;tivität</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>&amp;Resume run</source>
        <translation>Lauf &amp;fortsetzen</translation>
    </message>
    <message>
        <source>Goes on with what is queued</source>
        <translation>Macht mit dem weiter, was ansteht</translation>
    </message>
    <message>
        <source>What is in flight is finished; the rest waits, over restarts too</source>
        <translation>Was in Arbeit ist, wird beendet; der Rest wartet, auch über Neustarts</translation>
    </message>
    <message numerus="yes">
        <source>%Ln under way</source>
        <translation>
            <numerusform>%Ln in Gang</numerusform>
            <numerusform>%Ln in Gang</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting: all work is paused</source>
        <translation>
            <numerusform>%Ln wartet: Alle Arbeit ist angehalten</numerusform>
            <numerusform>%Ln warten: Alle Arbeit ist angehalten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln paused</source>
        <translation>
            <numerusform>%Ln angehalten</numerusform>
            <numerusform>%Ln angehalten</numerusform>
        </translation>
    </message>
    <message>
        <source>the newest %1 of %2</source>
        <translation>die neuesten %1 von %2</translation>
    </message>
    <message>
        <source>There is no run %1.</source>
        <translation>Es gibt keinen Lauf %1.</translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln message(s) discarded.</source>
        <translation>
            <numerusform>%1 %Ln Nachricht verworfen.</numerusform>
            <numerusform>%1 %Ln Nachrichten verworfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” goes on.</source>
        <translation>„%1“ geht weiter.</translation>
    </message>
    <message>
        <source>“%1” is paused.</source>
        <translation>„%1“ ist angehalten.</translation>
    </message>
    <message>
        <source>“%1”: %2.</source>
        <translation>„%1“: Priorität %2.</translation>
    </message>
    <message>
        <source>Cancel run</source>
        <translation>Lauf abbrechen</translation>
    </message>
    <message>
        <source>Cancel “%1”?</source>
        <translation>„%1“ abbrechen?</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>“%1” was cancelled.</source>
        <translation>„%1“ wurde abgebrochen.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln artist(s) queued as “%1”.</source>
        <translation>
            <numerusform>%Ln Künstler als „%1“ eingereiht.</numerusform>
            <numerusform>%Ln Künstler als „%1“ eingereiht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Each list of artists that you seed is a run. It is finished when nothing of it is queued any more.

A paused run finishes what is in flight and keeps the rest, over restarts too. Work of a higher priority is done first. To cancel a run discards what waits; what was found stays. “Repeat with fresh data” takes the same artists as a new run and asks the services anew; “Compare” lists the producers that one run has found and another has not.</source>
        <translation>Jede Liste von Künstlern, die eingetragen wird, ist ein Lauf. Er ist fertig, wenn nichts von ihm mehr ansteht.

Ein angehaltener Lauf beendet, was in Arbeit ist, und behält den Rest, auch über Neustarts. Arbeit von höherer Priorität wird zuerst erledigt. Ein Abbruch verwirft, was wartet; was gefunden wurde, bleibt. „Neu abfragen“ nimmt dieselben Künstler als neuen Lauf und fragt die Dienste neu; „Vergleichen“ nennt die Produzenten, die ein Lauf gefunden hat und ein anderer nicht.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s) that wait are discarded; what was found stays. This can&apos;t be undone, but the artists can be seeded again.</source>
        <translation>
            <numerusform>%Ln wartende Nachricht wird verworfen; was gefunden wurde, bleibt. Das lässt sich nicht rückgängig machen, aber die Künstler lassen sich erneut eintragen.</numerusform>
            <numerusform>%Ln wartende Nachrichten werden verworfen; was gefunden wurde, bleibt. Das lässt sich nicht rückgängig machen, aber die Künstler lassen sich erneut eintragen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting: the work has stopped</source>
        <translation>
            <numerusform>%Ln wartet: die Arbeit ist stehen geblieben</numerusform>
            <numerusform>%Ln warten: die Arbeit ist stehen geblieben</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” does not go on: %2</source>
        <translation>„%1“ geht nicht weiter: %2</translation>
    </message>
    <message>
        <source>“%1” was not paused: %2</source>
        <translation>„%1“ wurde nicht angehalten: %2</translation>
    </message>
    <message>
        <source>The priority of “%1” was not changed: %2</source>
        <translation>Die Priorität von „%1“ wurde nicht geändert: %2</translation>
    </message>
    <message>
        <source>“%1” was not cancelled: %2</source>
        <translation>„%1“ wurde nicht abgebrochen: %2</translation>
    </message>
    <message>
        <source>“%1” was not repeated: %2</source>
        <translation>„%1“ wurde nicht wiederholt: %2</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::RunsTable</name>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::SavedFilters</name>
    <message>
        <source>Filters</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>&amp;Keep this filter…</source>
        <translation>Filter &amp;speichern …</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>No filter is kept yet</source>
        <translation>Noch kein Filter gespeichert</translation>
    </message>
    <message>
        <source>Keep filter</source>
        <translation>Filter speichern</translation>
    </message>
    <message>
        <source>Name of the filter</source>
        <translation>Name des Filters</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>There is a filter “%1”. Press “Keep” once more to replace it.</source>
        <translation>Es gibt schon einen Filter „%1“. „Speichern“ noch einmal drücken, um ihn zu ersetzen.</translation>
    </message>
    <message>
        <source>“%1” is replaced.</source>
        <translation>„%1“ ist ersetzt.</translation>
    </message>
    <message>
        <source>“%1” is kept.</source>
        <translation>„%1“ ist gespeichert.</translation>
    </message>
    <message>
        <source>Delete filter</source>
        <translation>Filter löschen</translation>
    </message>
    <message>
        <source>Delete the filter “%1”?</source>
        <translation>Den Filter „%1“ löschen?</translation>
    </message>
    <message>
        <source>The producers stay as they are.</source>
        <translation>Die Produzenten bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>The filter “%1” is deleted.</source>
        <translation>Der Filter „%1“ ist gelöscht.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::SeedDialog</name>
    <message>
        <source>Seed artists</source>
        <translation>Künstler eintragen</translation>
    </message>
    <message>
        <source>Artists, one a line</source>
        <translation>Künstler, einer je Zeile</translation>
    </message>
    <message>
        <source>One artist a line: a name, a Spotify link, URI or id.

Paste a list, or drop a .txt or .csv file here.</source>
        <translation>Ein Künstler je Zeile: ein Name oder Link, URI oder ID von Spotify.

Eine Liste einfügen, oder eine .txt- oder .csv-Datei hier ablegen.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Artists</source>
        <translation>Künstler</translation>
    </message>
    <message>
        <source>The lines as understood</source>
        <translation>Die Zeilen, wie verstanden</translation>
    </message>
    <message>
        <source>As understood</source>
        <translation>So verstanden</translation>
    </message>
    <message>
        <source>&amp;Name of the run</source>
        <translation>&amp;Name des Laufs</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln artist(s)</source>
        <translation>
            <numerusform>%Ln Künstler</numerusform>
            <numerusform>%Ln Künstler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln duplicate(s)</source>
        <translation>
            <numerusform>%Ln doppelt</numerusform>
            <numerusform>%Ln doppelt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln line(s) not understood</source>
        <translation>
            <numerusform>%Ln Zeile unverständlich</numerusform>
            <numerusform>%Ln Zeilen unverständlich</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Seed %Ln artist(s)</source>
        <translation>
            <numerusform>%Ln Künstler eintragen</numerusform>
            <numerusform>%Ln Künstler eintragen</numerusform>
        </translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Eintragen</translation>
    </message>
    <message>
        <source>None of the lines names an artist.</source>
        <translation>Keine der Zeilen nennt einen Künstler.</translation>
    </message>
    <message>
        <source>Name at least one artist.</source>
        <translation>Mindestens einen Künstler nennen.</translation>
    </message>
    <message numerus="yes">
        <source>Leave without seeding? The %Ln line(s) are kept nowhere else.</source>
        <translation>
            <numerusform>Verlassen, ohne einzutragen? Die Zeile ist sonst nirgends gespeichert.</numerusform>
            <numerusform>Verlassen, ohne einzutragen? Die %Ln Zeilen sind sonst nirgends gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Go on with the list</source>
        <translation>Mit der Liste weitermachen</translation>
    </message>
    <message>
        <source>Open a list of artists</source>
        <translation>Eine Liste von Künstlern öffnen</translation>
    </message>
    <message>
        <source>Lists (*.txt *.csv);;All files (*)</source>
        <translation>Listen (*.txt *.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Go to the next one (F8)</source>
        <translation>Zur nächsten gehen (F8)</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::SeedLinesModel</name>
    <message>
        <source>Spotify id</source>
        <translation>Spotify-ID</translation>
    </message>
    <message>
        <source>Spotify URI</source>
        <translation>Spotify-URI</translation>
    </message>
    <message>
        <source>Spotify link</source>
        <translation>Spotify-Link</translation>
    </message>
    <message>
        <source>Name, will be searched for</source>
        <translation>Name, wird gesucht</translation>
    </message>
    <message>
        <source>Is in the list already</source>
        <translation>Steht schon in der Liste</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %Ln more</source>
        <translation>
            <numerusform>%1 und %Ln weiterer</numerusform>
            <numerusform>%1 und %Ln weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::SelectionBanner</name>
    <message>
        <source>&amp;Select all that match</source>
        <translation>&amp;Alle Treffer auswählen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln producer(s) that match are selected, those further down too.</source>
        <translation>
            <numerusform>%Ln passender Produzent ist ausgewählt, auch weiter unten.</numerusform>
            <numerusform>%Ln passende Produzenten sind ausgewählt, auch die weiter unten.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 that match are selected: the rows that are loaded.</source>
        <translation>%1 von %2 Treffern sind ausgewählt: die geladenen Zeilen.</translation>
    </message>
    <message>
        <source>%1 that match are selected: the rows that are loaded.</source>
        <translation>%1 Treffer sind ausgewählt: die geladenen Zeilen.</translation>
    </message>
    <message>
        <source>Select all that match</source>
        <translation>Alle Treffer auswählen</translation>
    </message>
    <message>
        <source>Select the first %1</source>
        <translation>Die ersten %1 auswählen</translation>
    </message>
    <message>
        <source>Select all %1 that match</source>
        <translation>Alle %1 Treffer auswählen</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ServiceCharts</name>
    <message>
        <source>Calls of %1</source>
        <translation>Aufrufe von %1</translation>
    </message>
    <message>
        <source>a minute</source>
        <translation>pro Minute</translation>
    </message>
    <message>
        <source>Answer times of %1</source>
        <translation>Antwortzeiten von %1</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Aufrufe</translation>
    </message>
    <message>
        <source>Answer times</source>
        <translation>Antwortzeiten</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ServicePanel</name>
    <message numerus="yes">
        <source>%Ln answer(s)</source>
        <translation>
            <numerusform>%Ln Antwort</numerusform>
            <numerusform>%Ln Antworten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s)</source>
        <translation>
            <numerusform>%Ln Anfrage</numerusform>
            <numerusform>%Ln Anfragen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt erproben</translation>
    </message>
    <message>
        <source>Lets one call out now, not when the cool-down ends</source>
        <translation>Lässt jetzt einen Aufruf hinaus, nicht erst nach der Wartezeit</translation>
    </message>
    <message>
        <source>Let calls decide</source>
        <translation>Automatisch regeln</translation>
    </message>
    <message>
        <source>The circuit opens and closes by how the calls end, as it does by itself</source>
        <translation>Der Schutzschalter öffnet und schließt wieder von selbst, je nachdem, wie die Aufrufe enden</translation>
    </message>
    <message>
        <source>Hold open…</source>
        <translation>Offen halten …</translation>
    </message>
    <message>
        <source>No call to %1 goes out until somebody allows it</source>
        <translation>Kein Aufruf an %1 geht hinaus, bis es jemand erlaubt</translation>
    </message>
    <message>
        <source>Hold closed…</source>
        <translation>Geschlossen halten …</translation>
    </message>
    <message>
        <source>Calls to %1 go out however many fail</source>
        <translation>Aufrufe an %1 gehen hinaus, wie viele auch scheitern</translation>
    </message>
    <message>
        <source>Clear cache…</source>
        <translation>Cache leeren …</translation>
    </message>
    <message>
        <source>Forgets the answers that are kept</source>
        <translation>Vergisst die aufbewahrten Antworten</translation>
    </message>
    <message>
        <source>Asks the service with them, by one call</source>
        <translation>Fragt den Dienst damit, durch einen Aufruf</translation>
    </message>
    <message>
        <source>The latest changes of the circuit</source>
        <translation>Die letzten Änderungen des Schutzschalters</translation>
    </message>
    <message>
        <source>Enter…</source>
        <translation>Eingeben …</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingeben</translation>
    </message>
    <message>
        <source>Enter, keep or delete credentials</source>
        <translation>Zugangsdaten eingeben, aufbewahren oder löschen</translation>
    </message>
    <message>
        <source>Hold open</source>
        <translation>Offen halten</translation>
    </message>
    <message>
        <source>Hold the circuit of %1 open?</source>
        <translation>Den Schutzschalter von %1 offen halten?</translation>
    </message>
    <message>
        <source>No call goes out, from this program or any other on the database, until “Let calls decide”. Work that needs %1 waits; nothing is lost.</source>
        <translation>Kein Aufruf geht hinaus, weder von diesem Programm noch von einem anderen an der Datenbank, bis zu „Automatisch regeln“. Arbeit, die %1 braucht, wartet; nichts geht verloren.</translation>
    </message>
    <message>
        <source>Hold closed</source>
        <translation>Geschlossen halten</translation>
    </message>
    <message>
        <source>Hold the circuit of %1 closed?</source>
        <translation>Den Schutzschalter von %1 geschlossen halten?</translation>
    </message>
    <message>
        <source>Calls go out however many fail, and each failure counts as an attempt of its message, until “Let calls decide”.</source>
        <translation>Aufrufe gehen hinaus, wie viele auch scheitern, und jedes Scheitern zählt als Versuch der Nachricht, bis zu „Automatisch regeln“.</translation>
    </message>
    <message>
        <source>Clear cache</source>
        <translation>Cache leeren</translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln answer(s) of %1?</source>
        <translation>
            <numerusform>%Ln Antwort von %1 vergessen?</numerusform>
            <numerusform>%Ln Antworten von %1 vergessen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 on disk. What is needed again is asked for again, and each question is a call of the quota. Producers and credits that were found stay.</source>
        <translation>%1 auf dem Datenträger. Was wieder gebraucht wird, wird neu erfragt, und jede Anfrage ist ein Aufruf aus dem Kontingent. Gefundene Produzenten und Nennungen bleiben.</translation>
    </message>
    <message numerus="yes">
        <source>Forget %Ln answer(s)</source>
        <translation>
            <numerusform>%Ln Antwort vergessen</numerusform>
            <numerusform>%Ln Antworten vergessen</numerusform>
        </translation>
    </message>
    <message>
        <source>No call goes out, from this program or any other on the database, until “Let calls decide”. Meanwhile profiles are looked for without %1, and are marked as incomplete.</source>
        <translation>Bis zu „Automatisch regeln“ geht kein Aufruf hinaus, weder von diesem noch von einem anderen Programm auf der Datenbank. Profile werden solange ohne %1 gesucht und als unvollständig markiert.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ServiceStrip</name>
    <message numerus="yes">
        <source>%Ln failed</source>
        <translation>
            <numerusform>%Ln gescheitert</numerusform>
            <numerusform>%Ln gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln from the cache</source>
        <translation>
            <numerusform>%Ln aus dem Cache</numerusform>
            <numerusform>%Ln aus dem Cache</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of %3 calls used in 24 h, next free %4</source>
        <translation>%1: %2 von %3 Aufrufen in 24 h verbraucht, wieder frei %4</translation>
    </message>
    <message>
        <source>%1: %2 calls in 24 h, limit not known</source>
        <translation>%1: %2 Aufrufe in 24 h, Grenze unbekannt</translation>
    </message>
    <message>
        <source>At most %1 calls in %2 s, %3 at a time</source>
        <translation>Höchstens %1 Aufrufe in %2 s, %3 gleichzeitig</translation>
    </message>
    <message>
        <source>any number</source>
        <translation>beliebig viele</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s) since the start</source>
        <translation>
            <numerusform>%Ln Aufruf seit dem Start</numerusform>
            <numerusform>%Ln Aufrufe seit dem Start</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2 of %3 left in 24 h</source>
        <translation>%1: noch %2 von %3 in 24 h</translation>
    </message>
    <message>
        <source>%1: %2
%3. The start is that of the program. Click for more.</source>
        <translation>%1: %2
%3. Der Start ist der des Programms. Ein Klick zeigt mehr.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln call(s)</source>
        <translation>
            <numerusform>%Ln Aufruf</numerusform>
            <numerusform>%Ln Aufrufe</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ServicesPage</name>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>The services are shown as soon as the engine has told of them.</source>
        <translation>Die Dienste erscheinen, sobald das Programm von ihnen weiß.</translation>
    </message>
    <message>
        <source>Of the demo</source>
        <translation>Aus der Demo</translation>
    </message>
    <message>
        <source>All can be called</source>
        <translation>Alle sind aufrufbar</translation>
    </message>
    <message>
        <source>The calls decide about %1 again.</source>
        <translation>Der Schutzschalter von %1 wird wieder automatisch geregelt.</translation>
    </message>
    <message>
        <source>%1 is held open: no call goes out.</source>
        <translation>Der Schutzschalter von %1 wird offen gehalten: Kein Aufruf geht hinaus.</translation>
    </message>
    <message>
        <source>%1 is held closed: calls go out however many fail.</source>
        <translation>Der Schutzschalter von %1 wird geschlossen gehalten: Aufrufe gehen hinaus, wie viele auch scheitern.</translation>
    </message>
    <message>
        <source>%1 is tried with the next call.</source>
        <translation>%1 wird mit dem nächsten Aufruf erprobt.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln answer(s) of %1 forgotten</source>
        <translation>
            <numerusform>%Ln Antwort von %1 vergessen</numerusform>
            <numerusform>%Ln Antworten von %1 vergessen</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the dashboard</source>
        <translation>Übersicht zeigen</translation>
    </message>
    <message>
        <source>MusicBrainz knows more profiles of many people and needs no key. It is not asked yet: it wants to know whom it can write to.</source>
        <translation>MusicBrainz kennt weitere Profile vieler Personen und braucht keinen Schlüssel. Noch wird es nicht gefragt: Es möchte wissen, wem es schreiben kann.</translation>
    </message>
    <message>
        <source>Give a contact…</source>
        <translation>Kontakt angeben …</translation>
    </message>
    <message>
        <source>%1 can&apos;t be called as usual</source>
        <translation>Nicht wie üblich erreichbar: %1</translation>
    </message>
    <message>
        <source>The services that are asked, and what keeps them from answering.

A service that fails too often has its circuit opened: nothing is asked of it until a few careful calls succeed. You can hold it open or closed, or let it be tried now. The charts show the calls and how fast answers came over the time that is chosen above, and the figures beside them are of the same time: “p50”, “p95” and “p99” are how long half, 95 and 99 of 100 answers took at most. The quota shows what may still be asked, the cache what need not be asked again. “Test” tries the keys by one real call.</source>
        <translation>Die Dienste, die gefragt werden, und was sie am Antworten hindert.

Scheitert ein Dienst zu oft, öffnet sich sein Schutzschalter: Der Dienst wird nichts gefragt, bis einige vorsichtige Aufrufe gelingen. Der Schalter lässt sich offen oder geschlossen halten, und der Dienst lässt sich sofort erproben. Die Diagramme zeigen die Aufrufe, und wie schnell Antworten kamen, in der oben gewählten Zeit; die Zahlen daneben gelten für dieselbe Zeit: „p50“, „p95“ und „p99“ sagen, wie lange die Hälfte, 95 und 99 von 100 Antworten höchstens brauchten. Das Kontingent zeigt, was noch gefragt werden darf, der Cache, was nicht erneut gefragt werden muss. „Testen“ probiert die Schlüssel mit einem echten Aufruf aus.</translation>
    </message>
    <message>
        <source>The circuit of %1 was not changed: %2</source>
        <translation>Der Schutzschalter von %1 wurde nicht geändert: %2</translation>
    </message>
    <message>
        <source>%1 is not tried: %2</source>
        <translation>%1 wird nicht versucht: %2</translation>
    </message>
    <message>
        <source>The cache of %1 was not cleared: %2</source>
        <translation>Der Cache von %1 wurde nicht geleert: %2</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::SettingRow</name>
    <message>
        <source>Reset %1</source>
        <translation>%1 zurücksetzen</translation>
    </message>
    <message>
        <source>Back to: %1</source>
        <translation>Zurück auf: %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>What you changed holds when the work is started anew. Nothing is lost by that.</source>
        <translation>Was geändert wurde, gilt, sobald die Arbeit neu gestartet ist. Dabei geht nichts verloren.</translation>
    </message>
    <message>
        <source>Apply now</source>
        <translation>Jetzt anwenden</translation>
    </message>
    <message>
        <source>Stops the work and starts it again; takes a second or two</source>
        <translation>Hält die Arbeit an und startet sie wieder; dauert ein, zwei Sekunden</translation>
    </message>
    <message>
        <source>&amp;Apply now</source>
        <translation>Jetzt &amp;anwenden</translation>
    </message>
    <message>
        <source>&amp;Reset the setting that has the focus</source>
        <translation>Aktuelle Einstellung &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Test credentials now</source>
        <translation>Zugangsdaten jetzt &amp;testen</translation>
    </message>
    <message>
        <source>This setting is as it is by default.</source>
        <translation>Diese Einstellung hat ihren Standardwert.</translation>
    </message>
    <message>
        <source>Go to a setting first, with Tab.</source>
        <translation>Zuerst mit Tab zu einer Einstellung gehen.</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>No setting fits the search.</source>
        <translation>Keine Einstellung passt zur Suche.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>The settings hold from now on.</source>
        <translation>Die Einstellungen gelten ab jetzt.</translation>
    </message>
    <message>
        <source>Everything that can be set, with what it is for. Type to find a setting.

Settings of the work are kept in its database; what the command line sets holds for this start and can&apos;t be changed here meanwhile. A value that can&apos;t be used is explained beside its field, and nothing changes until it is right. Each can be set back to its default. Appearance and notifications are this computer&apos;s, and the keys lie in the system&apos;s keychain.</source>
        <translation>Alles, was sich einstellen lässt, und wozu es dient. Tippen findet eine Einstellung.

Einstellungen der Arbeit stehen in ihrer Datenbank; was die Befehlszeile setzt, gilt für diesen Start und lässt sich hier so lange nicht ändern. Ein Wert, der nicht geht, wird neben seinem Feld erklärt, und nichts ändert sich, bis er stimmt. Jede Einstellung lässt sich auf ihren Standard zurücksetzen. Darstellung und Benachrichtigungen gehören zu diesem Computer, und die Schlüssel liegen im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system: follows it when it changes.</source>
        <translation>Wie das System: folgt ihm, wenn es sich ändert.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>appearance theme dark light</source>
        <translation>Darstellung Design Theme dunkel hell</translation>
    </message>
    <message>
        <source>Motion</source>
        <translation>Bewegung</translation>
    </message>
    <message>
        <source>Never more of it than the desktop wants.</source>
        <translation>Nie mehr davon, als der Desktop will.</translation>
    </message>
    <message>
        <source>Things may move</source>
        <translation>Bewegung erlauben</translation>
    </message>
    <message>
        <source>animation reduced motion</source>
        <translation>Animation weniger Bewegung</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Holds from the next start of the program.</source>
        <translation>Gilt ab dem nächsten Start des Programms.</translation>
    </message>
    <message>
        <source>The system&apos;s, or English</source>
        <translation>Die des Systems, sonst Englisch</translation>
    </message>
    <message>
        <source>A run has finished</source>
        <translation>Ein Lauf ist fertig</translation>
    </message>
    <message>
        <source>With what it found.</source>
        <translation>Mit dem Ergebnis.</translation>
    </message>
    <message>
        <source>Credentials are needed</source>
        <translation>Zugangsdaten sind nötig</translation>
    </message>
    <message>
        <source>Its work waits until you give them.</source>
        <translation>Die Arbeit dort wartet, bis sie eingegeben sind.</translation>
    </message>
    <message>
        <source>A service is out of order for long</source>
        <translation>Ein Dienst ist lange gestört</translation>
    </message>
    <message>
        <source>Its circuit is open, and stays so while tries fail.</source>
        <translation>Sein Schutzschalter ist offen und bleibt es, solange Proben scheitern.</translation>
    </message>
    <message>
        <source>Icon in the tray</source>
        <translation>Symbol im Infobereich</translation>
    </message>
    <message>
        <source>Shows how the work stands while the window is minimized or covered. Closing the window ends the work until the next start, tray or not.</source>
        <translation>Zeigt, wie die Arbeit steht, während das Fenster minimiert oder verdeckt ist. Das Fenster zu schließen beendet die Arbeit bis zum nächsten Start, mit Symbol oder ohne.</translation>
    </message>
    <message>
        <source>%1 › %2</source>
        <comment>a topic and its setting</comment>
        <translation>%1 › %2</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::ShareBar</name>
    <message>
        <source>Confidence %1</source>
        <translation>Gewissheit %1</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::Sidebar</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::SidebarButton</name>
    <message>
        <source>%1: %2</source>
        <comment>page and its badge</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::SortMenu</name>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Sortieren nach</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::SpanChoice</name>
    <message>
        <source>Calls of the last %1</source>
        <translation>Aufrufe der letzten %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::StageCard</name>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>in Arbeit</translation>
    </message>
    <message>
        <source>delayed</source>
        <translation>verzögert</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>tot</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>%1 queued, %2 in flight, %3 delayed, %4 done, %5 dead. %6</source>
        <translation>%1 anstehend, %2 in Arbeit, %3 verzögert, %4 erledigt, %5 tot. %6</translation>
    </message>
    <message>
        <source>Its run is paused</source>
        <translation>Der Lauf ist angehalten</translation>
    </message>
    <message>
        <source>%1, next try %2</source>
        <translation>%1, nächster Versuch %2</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>anstehend</translation>
    </message>
    <message>
        <source>oldest</source>
        <translation>älteste</translation>
    </message>
    <message>
        <source>The curve: %1 done in the last ten minutes, at most %2 in ten seconds.</source>
        <translation>Die Kurve: %1 erledigt in den letzten zehn Minuten, höchstens %2 in zehn Sekunden.</translation>
    </message>
    <message>
        <source>%1
%2
%3 of %4 slots busy.</source>
        <translation>%1
%2
%3 von %4 Plätzen belegt.</translation>
    </message>
    <message>
        <source>%1 done.</source>
        <comment>a rate: 12.4/s</comment>
        <translation>%1 erledigt.</translation>
    </message>
    <message>
        <source>Half of its messages took at most %1, 95 of 100 at most %2 (last five minutes).</source>
        <translation>Die Hälfte ihrer Nachrichten brauchte höchstens %1, 95 von 100 höchstens %2 (letzte fünf Minuten).</translation>
    </message>
    <message>
        <source>The oldest ready message has waited %1.</source>
        <translation>Die älteste bereite Nachricht wartet seit %1.</translation>
    </message>
    <message>
        <source>Held until %1</source>
        <translation>Bis %1 angehalten</translation>
    </message>
    <message>
        <source>p50</source>
        <translation>p50</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Working at %1’s pace</source>
        <translation>Arbeitet im Takt von %1</translation>
    </message>
    <message>
        <source>10 min</source>
        <translation>10 min</translation>
    </message>
    <message>
        <source>Paused here; another program is working</source>
        <translation>Hier angehalten; ein anderes Programm arbeitet</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::StageMenus</name>
    <message>
        <source>Pause for 15 minutes</source>
        <translation>15 Minuten anhalten</translation>
    </message>
    <message>
        <source>Pause for an hour</source>
        <translation>Eine Stunde anhalten</translation>
    </message>
    <message>
        <source>Pause for a day</source>
        <translation>Einen Tag anhalten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>What is in flight is finished; the rest waits, over restarts too</source>
        <translation>Was in Arbeit ist, wird beendet; der Rest wartet, auch über Neustarts</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::TableView</name>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::TagsRow</name>
    <message>
        <source>Add a tag</source>
        <translation>Schlagwort vergeben</translation>
    </message>
    <message>
        <source>Remove the tag %1</source>
        <translation>Schlagwort %1 entfernen</translation>
    </message>
    <message>
        <source>Remove the tag “%1”</source>
        <translation>Schlagwort „%1“ entfernen</translation>
    </message>
    <message>
        <source>The tag “%1” is taken away.</source>
        <translation>Das Schlagwort „%1“ ist entfernt.</translation>
    </message>
    <message>
        <source>The tag “%1” is taken away. Enter brings it back.</source>
        <translation>Das Schlagwort „%1“ ist entfernt. Enter bringt es zurück.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::TimeChart</name>
    <message>
        <source>−%1 d</source>
        <comment>days ago</comment>
        <translation>−%1 T</translation>
    </message>
    <message>
        <source>−%1 h</source>
        <comment>hours ago</comment>
        <translation>−%1 h</translation>
    </message>
    <message>
        <source>−%1 min</source>
        <comment>minutes ago</comment>
        <translation>−%1 min</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a chart&apos;s name, its unit</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a line&apos;s name, its value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>No figures yet.</source>
        <translation>Noch keine Zahlen.</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <comment>a line&apos;s name, its value, the unit</comment>
        <translation>%1: %2 %3</translation>
    </message>
    <message>
        <source>%1: not known</source>
        <translation>%1: unbekannt</translation>
    </message>
    <message>
        <source>No figures of this time yet.</source>
        <translation>Noch keine Zahlen aus dieser Zeit.</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::TotalsStrip</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>recording(s)</source>
        <translation>
            <numerusform>Aufnahme</numerusform>
            <numerusform>Aufnahmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>producer(s)</source>
        <translation>
            <numerusform>Produzent</numerusform>
            <numerusform>Produzenten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>credit(s)</source>
        <translation>
            <numerusform>Nennung</numerusform>
            <numerusform>Nennungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>profile(s)</source>
        <translation>
            <numerusform>Profil</numerusform>
            <numerusform>Profile</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>recording(s) without a song</source>
        <translation>
            <numerusform>Aufnahme ohne Song</numerusform>
            <numerusform>Aufnahmen ohne Song</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>linernotes::ui::TrayIcon</name>
    <message>
        <source>Show window</source>
        <translation>Fenster zeigen</translation>
    </message>
    <message>
        <source>Working, %1 queued</source>
        <translation>Arbeitet, %1 anstehend</translation>
    </message>
    <message>
        <source>Nothing to do</source>
        <translation>Nichts zu tun</translation>
    </message>
    <message>
        <source>Paused, %1 queued</source>
        <translation>Angehalten, %1 anstehend</translation>
    </message>
    <message>
        <source>Paused here, %1 queued; another program is working</source>
        <translation>Hier angehalten, %1 in der Schlange; ein anderes Programm arbeitet</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::VerdictLine</name>
    <message>
        <source>%1, until %2.</source>
        <translation>%1, bis %2.</translation>
    </message>
    <message>
        <source>Being asked …</source>
        <translation>Wird gefragt …</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::WelcomeDialog</name>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Find out who made the records</source>
        <translation>Herausfinden, wer die Platten gemacht hat</translation>
    </message>
    <message>
        <source>You name artists. Linernotes walks their albums and tracks, finds the producers and writers of every recording with the evidence for each credit, and their profiles.</source>
        <translation>Künstler zu nennen genügt. Linernotes geht ihre Alben und Titel durch und findet die Produzenten und Autoren jeder Aufnahme mit den Belegen für jede Nennung, und ihre Profile.</translation>
    </message>
    <message>
        <source>Spotify lists the albums and tracks</source>
        <translation>Spotify kennt die Alben und Titel</translation>
    </message>
    <message>
        <source>It wants the client id and the client secret of an app. You make one for nothing; its owner needs a Premium account. New apps are in development mode, which is enough: they may ask less in a day, so that large lists take longer.</source>
        <translation>Es braucht die Client-ID und das Client-Secret einer App. Die App kostet nichts; ihr Besitzer braucht ein Premium-Konto. Neue Apps sind im Entwicklungsmodus, und der genügt: Sie dürfen am Tag weniger fragen, sodass große Listen länger dauern.</translation>
    </message>
    <message>
        <source>Genius knows who produced and wrote</source>
        <translation>Genius weiß, wer produziert und geschrieben hat</translation>
    </message>
    <message>
        <source>It wants a client access token, which every free account gets.</source>
        <translation>Es braucht ein Client-Access-Token, das jedes kostenlose Konto bekommt.</translation>
    </message>
    <message>
        <source>Nothing is needed to try it</source>
        <translation>Zum Ausprobieren ist nichts nötig</translation>
    </message>
    <message>
        <source>The demo catalogue has invented artists and answers like the services do. It is here at any time, under Help → Welcome.</source>
        <translation>Der Demo-Katalog hat erfundene Künstler und antwortet, wie die Dienste es tun. Er ist jederzeit da, unter Hilfe → Willkommen.</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>Demo ausprobieren</translation>
    </message>
    <message>
        <source>Enter credentials…</source>
        <translation>Zugangsdaten eingeben …</translation>
    </message>
</context>
<context>
    <name>linernotes::ui::YearsChart</name>
    <message>
        <source>%1–%2</source>
        <comment>first and last year</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Credits per year</source>
        <translation>Nennungen je Jahr</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Nennungen</translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln credit(s)</source>
        <translation>
            <numerusform>%1: %Ln Nennung</numerusform>
            <numerusform>%1: %Ln Nennungen</numerusform>
        </translation>
    </message>
</context>
</TS>
