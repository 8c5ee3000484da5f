### Die Wörter der Prüfseite und der Elemente, neben denen von `checks.ftl`.

## Die Seite

page-title = Ein Badge prüfen
page-lead = Jemand hat Ihnen ein Badge geschickt? Geben Sie es dieser Seite. Es wird hier geprüft, in Ihrem eigenen Browser.
page-private = Nichts, was Sie hier ablegen, wird irgendwohin gesendet.
page-private-how = Wie das?
page-private-explained = Die Prüfung läuft auf diesem Gerät. Nach außen gehen nur die Adresse des Schlüssels der ausstellenden Stelle und, wenn es sie gibt, die ihrer Liste zurückgezogener Badges. Jede kontaktierte Adresse steht unter „Was geprüft wurde“.
page-language = Sprache

## Ein Badge geben

drop-hint = Legen Sie die Datei hier ab: PNG, SVG, JSON oder JWT.
choose-file = Datei auswählen
paste = Link oder Text einfügen
paste-label = Der Link zu einem Badge oder sein Text
paste-hint = Sie können auch überall auf dieser Seite Strg+V oder ⌘V drücken.
paste-check = Prüfen
paste-empty = Fügen Sie zuerst den Link oder den Text eines Badges ein.
several-files = Bitte nur eine Datei auf einmal. Nur die erste wurde geprüft.
nothing-given = In dem, was Sie gegeben haben, war weder eine Datei noch ein Text. Wählen Sie eine Datei aus, oder fügen Sie einen Link ein.
checking = Wird geprüft …
stopped = Angehalten. Über dieses Badge wurde nichts entschieden.

## Das Ergebnis

given-by-domain = { $date ->
    [none] Vergeben von { $issuer } ({ $domain }).
   *[other] Vergeben am { $date } von { $issuer } ({ $domain }).
}
given-by-domain-only = { $date ->
    [none] Vergeben von { $domain }.
   *[other] Vergeben am { $date } von { $domain }.
}
given-by-host = { $date ->
    [none] Unterschrieben von { $domain } für { $issuer } (Name laut Badge).
   *[other] Vergeben am { $date }. Unterschrieben von { $domain } für { $issuer } (Name laut Badge).
}
given-by-name = { $date ->
    [none] Vergeben von { $issuer }. Diesen Namen nennt nur das Badge selbst.
   *[other] Vergeben am { $date } von { $issuer }. Diesen Namen nennt nur das Badge selbst.
}
given-by-nobody = { $date ->
    [none] Das Badge nennt nicht, wer es vergeben hat.
   *[other] Vergeben am { $date }. Das Badge nennt nicht, von wem.
}
signature-is-right = Die Signatur stimmt.

badge-unnamed = Badge ohne Namen
badge-called = Badge: { $name }
picture-of = Bild des Badges { $name }
claims-issuer = Im Badge genannte ausstellende Stelle
claims-recipient = Gegeben an
claims-criteria = Was diese Person getan hat
claims-evidence = Belege
claims-results = Ergebnisse
claims-skills = Fähigkeiten
says-only = Das sagt die Datei. Bestätigt ist es nicht.

question-genuine = Ist es echt?
question-good = Gilt es noch?
question-person = Gehört es dieser Person?
person-named = Das Badge nennt { $name }. Ob das die Person vor Ihnen ist, müssen Sie selbst vergleichen.
person-ask = Mit dem Badge wurde keine Adresse und kein Name verglichen.

record-holds = In diesem Verzeichnis
endorsement-of = { $what ->
    [badge] Empfehlung des Badges
    [achievement] Empfehlung der Leistung
    [issuer] Empfehlung der ausstellenden Stelle
   *[other] Empfehlung
}
inside-claims = Es sagt, dass es von { $issuer } kommt. Bestätigt ist das nicht.

what-was-checked = Was geprüft wurde
addresses = Kontaktierte Adressen
addresses-none = Es wurde keine Adresse kontaktiert.
address-read = gelesen
address-answered = hat mit dem Fehler { $status } geantwortet
address-offline = nicht gelesen: Dieses Gerät ist offline
address-timeout = nicht gelesen: keine Antwort in der Zeit
address-cors-or-network = nicht gelesen: keine Antwort, oder Webseiten dürfen sie nicht lesen
address-too-large = nicht gelesen: zu groß
address-refused = nicht kontaktiert: Die Adresse wurde abgelehnt
checked-at = Geprüft am { $date }.
technical = Technische Einzelheiten
technical-id = Kennung des Badges
technical-issuer = Kennung der ausstellenden Stelle
technical-format = Datei
technical-proof = Art der Signatur
technical-hash = SHA-256 der Datei
another = Ein anderes prüfen
try-again = Noch einmal versuchen
check-yourself = Prüfen Sie es selbst

## Ablehnungen

error-too-large = Diese Datei ist zu groß für ein Badge. Die Grenze ist { $limit } MB.
error-unreadable-file = Diese Datei ließ sich nicht öffnen. Wählen Sie sie noch einmal aus.
error-link = { $reason ->
    [offline] Dieses Gerät ist offline, der Link ließ sich nicht öffnen. Laden Sie das Badge herunter, und wählen Sie die Datei aus.
    [timeout] { $host } hat nicht rechtzeitig geantwortet. Laden Sie das Badge über den Link herunter, und wählen Sie die Datei aus.
    [cors-or-network] { $host } hat nicht geantwortet, oder Webseiten dürfen das Badge nicht lesen. Laden Sie es über den Link herunter, und wählen Sie die Datei aus.
    [too-large] Was { $host } gesendet hat, ist zu groß für ein Badge. Prüfen Sie den Link.
    [refused] Diese Adresse lässt sich von hier nicht öffnen. Nehmen Sie einen Link, der mit https:// beginnt.
   *[other] { $status ->
        [none] Der Link ließ sich nicht öffnen. Prüfen Sie ihn, oder laden Sie das Badge herunter und wählen Sie die Datei aus.
       *[other] { $host } hat mit dem Fehler { $status } geantwortet. Prüfen Sie den Link, oder bitten Sie die Person um die Datei.
    }
}
error-verifier = Der Prüfer konnte nicht starten. Laden Sie die Seite neu. Hilft das nicht, nehmen Sie eine aktuelle Version von Firefox, Chrome, Edge oder Safari.

## Das Element auf einer fremden Seite

idle-click = Dieses Badge prüfen
idle-none = Hier nicht geprüft
idle-waiting = Noch nicht geprüft
badge-says = Was das Badge sagt
ask-issuer = { $host } fragen, ob es zurückgezogen wurde
ask-issuer-hint = { $host } kann dann sehen, dass jemand eines seiner Badges ansieht.
ask-relay = Noch einmal über { $host } fragen
ask-relay-hint = { $host } erfährt, welcher Schlüssel oder welche Liste zu lesen ist, und nichts vom Badge.
badge-unread = { $reason ->
    [offline] Dieses Gerät ist offline, das Badge ließ sich nicht lesen.
    [timeout] { $host } hat nicht rechtzeitig geantwortet, das Badge ließ sich nicht lesen.
    [cors-or-network] { $host } hat nicht geantwortet, oder Webseiten dürfen das Badge nicht lesen.
    [too-large] Diese Datei ist zu groß für ein Badge.
    [refused] Die Adresse dieses Badges wurde abgelehnt.
    [unreadable] Diese Datei ließ sich nicht öffnen.
   *[other] { $status ->
        [none] Das Badge ließ sich nicht lesen.
       *[other] { $host } hat statt des Badges mit dem Fehler { $status } geantwortet.
    }
}
address-given = von dieser Seite gegeben
address-relayed = über die Vermittlung dieser Seite gelesen

## Mehrere Badges auf einer fremden Seite

list-label = Badges
list-total = { $count ->
    [one] Ein Badge.
   *[other] { $count } Badges.
}
list-genuine = { $count ->
    [one] Eines ist echt und weiterhin gültig.
   *[other] { $count } sind echt und weiterhin gültig.
}
list-caution = { $count ->
    [one] Eines ist echt, aber lesen Sie zuerst, was dabei steht.
   *[other] { $count } sind echt, aber lesen Sie zuerst, was dabei steht.
}
list-invalid = { $count ->
    [one] Eines ist nicht gültig.
   *[other] { $count } sind nicht gültig.
}
list-unchecked = { $count ->
    [one] Bei einem ist die Prüfung unvollständig.
   *[other] Bei { $count } ist die Prüfung unvollständig.
}
list-none = { $count ->
    [one] In einer Datei ist kein Badge.
   *[other] In { $count } Dateien ist kein Badge.
}
list-waiting = { $count ->
    [one] Eines ist noch nicht geprüft.
   *[other] { $count } sind noch nicht geprüft.
}
list-check = Diese Badges prüfen

## Mehrere Dateien, ein fremder Link oder ein Code

drop-hint-several = Legen Sie die Datei hier ab: PNG, SVG, JSON oder JWT. Auch mehrere Dateien oder ein ganzer Ordner sind recht.
choose-folder = Ganzen Ordner auswählen
scan = QR-Code scannen
close = Schließen
scan-title = Halten Sie den QR-Code vor die Kamera
scan-hint = Das Bild bleibt auf diesem Gerät.
scan-picture = Was die Kamera sieht
offer-title = Ein Link möchte ein Badge öffnen
offer-explained = Um es zu prüfen, muss Ihr Browser { $host } nach dem Badge fragen. { $host } kann dann sehen, dass jemand an Ihrer Internetadresse es ansieht. Noch wurde nichts gefragt.
offer-open = { $host } fragen und prüfen
offer-decline = Nicht öffnen

error-camera = Es gibt keine Kamera, die diese Seite benutzen darf. Erlauben Sie sie in den Einstellungen des Browsers, oder fügen Sie stattdessen den Link ein.
error-too-many-files = Das sind mehr als { $limit } Dateien. Geben Sie sie in kleineren Teilen.
error-copy = Der Browser hat das Kopieren nicht erlaubt. Kopieren Sie stattdessen den Link des Badges selbst.

## Eine Person

person-label = E-Mail-Adresse oder Name der Person
person-hint = Sie können das überspringen. Was Sie eingeben, bleibt auf diesem Gerät.
person-compare = Vergleichen
person-empty = Geben Sie die Adresse oder den Namen ein, den Ihnen die Person genannt hat.
person-matched-as-typed = Es passt genau so, wie Sie es eingegeben haben.
person-print = Im gedruckten und gespeicherten Ergebnis nennen

## Das Bild

picture-compare = Mit dem Bild der ausstellenden Stelle vergleichen
picture-compare-hint = Dafür wird { $host } nach dem Bild gefragt. { $host } kann dann sehen, dass jemand dieses Badge ansieht.
picture-show = Das Bild der ausstellenden Stelle zeigen
picture-at-issuer = Dieses Bild steht jetzt bei { $host }. Die Signatur umfasst es nicht: Vergleichen Sie die beiden selbst.
picture-of-issuer = Das Bild, das { $host } zu diesem Badge zeigt
picture-not-read = Das Bild bei { $host } ließ sich nicht lesen.

## Ein Tag ohne Netz

kept-key-fits = Nach dem Schlüssel, den diese Seite am { $date } gelesen hat, stimmt die Signatur. Ob dieser Schlüssel noch zählt, wurde nicht geprüft.
kept-key-differs = Nach dem Schlüssel, den diese Seite am { $date } gelesen hat, wurde der Inhalt nach der Unterschrift geändert. Ob dieser Schlüssel noch zählt, wurde nicht geprüft.

## Wonach eine Adresse gefragt wurde

address-line = { $what }: { $outcome }
address-for-badge = Das Badge
address-for-key = Der Schlüssel der ausstellenden Stelle
address-for-status = Die Liste zurückgezogener Badges
address-for-hosted = Was die ausstellende Stelle über das Badge veröffentlicht
address-for-refresh = Eine neuere Fassung des Badges
address-for-image = Das Bild
address-for-register = Ein Verzeichnis ausstellender Stellen, das diese Seite benutzt

## Ein Ergebnis aufbewahren

print = Dieses Ergebnis drucken
save = Als Text speichern
copy-link = Link zu dieser Seite kopieren
copied = Der Link wurde kopiert.
record-line = { $label }: { $value }
record-result = Ergebnis
record-time = Geprüft am
record-file = Datei
record-verifier = Geprüft mit
record-compared = Verglichen mit: { $name }
record-at-that-time = Das war die Antwort zur angegebenen Zeit. Prüfen Sie das Badge noch einmal, um die Antwort von heute zu bekommen.

## Mehrere Dateien

batch-checking = { $total } Dateien werden geprüft: { $done } fertig
batch-checked = { $total } Dateien geprüft
batch-stopped = Angehalten: { $done } von { $total } Dateien geprüft
batch-file = Datei
batch-result = Ergebnis
batch-details = Einzelheiten
batch-show = Zeigen
batch-show-file = { $file } zeigen
batch-waiting = Nicht geprüft
batch-save = Als Tabelle speichern (CSV)
batch-back = Zurück zur Liste
stop = Anhalten
batch-count-genuine = Echt und weiterhin gültig: { $count }
batch-count-caution = Echt, aber lesen Sie zuerst dies: { $count }
batch-count-invalid = Nicht gültig: { $count }
batch-count-unchecked = Die Prüfung ist unvollständig: { $count }
batch-count-none = Kein Badge in der Datei: { $count }
csv-file = Datei
csv-result = Ergebnis
csv-why = Warum
csv-badge = Badge
csv-issuer = Im Badge genannte ausstellende Stelle
csv-domain = Domain, die der Schlüssel beweist
csv-given = Vergeben am
csv-id = Kennung des Badges
csv-hash = SHA-256 der Datei
csv-time = Geprüft am (Weltzeit)
csv-state = Zustand
