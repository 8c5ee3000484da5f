### Was eine Prüfung ergeben hat, in ganzen Sätzen. Die englische Fassung sagt, welche Werte es gibt.

## Zustände

state-genuine = Echt und weiterhin gültig
state-caution = Echt, aber lesen Sie zuerst dies
state-invalid = Nicht gültig
state-unchecked = Die Prüfung ist unvollständig
state-none = In dieser Datei ist kein Badge

## Fragen

check-format = In der Datei ist ein Badge
check-structure = Es hat die Teile, die ein Badge braucht
check-context = Seine Wörter haben eine bekannte Bedeutung
check-signature = Unverändert, seit es vergeben wurde
check-issuer-binding = Es kommt von der Stelle, die es nennt
check-validity = Daten
check-status = Nicht zurückgezogen
check-image = Das Bild
check-recipient = Diese Person
check-endorsement = Empfehlungen
check-trust = Verzeichnisse ausstellender Stellen

## Antworten

answer-yes = Ja
answer-care = Achtung
answer-no = Nein
answer-unknown = Nicht prüfbar
answer-neutral = Trifft nicht zu
answer-not-asked = Nicht gefragt
answer-if-genuine = Nur wenn es echt ist

## Jede Prüfung

not-reached = Das wurde nicht geprüft, weil eine frühere Prüfung die Untersuchung beendet hat.
not-supported = { $what ->
    [credential-kind] Das ist eine andere Art von Nachweis als die, deren Regeln dieser Prüfer kennt.
    [envelope] Der Nachweis ist auf eine Weise verpackt, die dieser Prüfer nicht lesen kann.
    [identity-hash] Das Badge nennt die Person in verdeckter Form, die dieser Prüfer noch nicht vergleichen kann.
   *[other] Das kann dieser Prüfer noch nicht prüfen.
}
document-not-fetched = { $host ->
    [none] Ein Dokument, das gebraucht wird, wurde nicht gelesen.
   *[other] Wir haben nicht gelesen, was { $host } veröffentlicht.
}
document-unreachable = { $reason ->
    [offline] Wir konnten nicht lesen, was { $host } veröffentlicht: Dieses Gerät ist offline.
    [timeout] Wir konnten nicht lesen, was { $host } veröffentlicht: Es kam rechtzeitig keine Antwort.
    [cors-or-network] Wir konnten nicht lesen, was { $host } veröffentlicht: Es kam keine Antwort, oder Webseiten dürfen es nicht lesen.
    [too-large] Wir konnten nicht lesen, was { $host } veröffentlicht: Es ist zu groß.
    [refused] Wir haben nicht gelesen, was { $host } veröffentlicht: Die Adresse wurde abgelehnt.
   *[other] { $status ->
        [none] Wir konnten nicht lesen, was { $host } veröffentlicht.
       *[other] Wir konnten nicht lesen, was { $host } veröffentlicht: Die Antwort war der Fehler { $status }.
    }
}
document-unreadable = Wir haben gelesen, was { $host } veröffentlicht, konnten es aber nicht verstehen.
file-unreadable = { $reason ->
    [not-found] Die Datei ist nicht da.
    [permission-denied] Dieses Programm darf die Datei nicht lesen.
   *[other] Die Datei konnte nicht gelesen werden.
}
work-limit-reached = Wir sind nicht fertig geworden: Das Badge verlangt mehr Arbeit, als dieser Prüfer zulässt.

## In der Datei ist ein Badge

badge-found = Ein Badge wurde gefunden.
credential-found = An dieser Stelle steht ein Nachweis.
no-badge = In einem Bildschirmfoto oder einem Foto geht das Badge verloren. Bitten Sie die Person um die ursprüngliche Datei oder um einen Link.
too-large = Die Datei, oder ein Teil davon, ist größer, als dieser Prüfer liest.
damaged-file = { $offset ->
    [none] Die Datei ist beschädigt.
   *[other] Die Datei ist bei Byte { $offset } beschädigt.
}
damaged-chunk = Der Teil des Bildes, in dem das Badge steht, ist beschädigt.
conflicting-badges = In der Datei stehen zwei verschiedene Badges. Welches gemeint ist, lässt sich nicht wissen.
unreadable-badge = In der Datei ist ein Badge, aber sein Text ist nicht lesbar.
duplicate-member-names = Das Badge sagt unter dem Namen „{ $name }“ zweimal etwas. Was gemeint ist, lässt sich nicht wissen.
too-deep = Das Badge ist tiefer verschachtelt, als dieser Prüfer liest.
entity-refused = Das Badge im Bild beruht auf Ersetzungen, die dieser Prüfer nicht vornimmt.
repeated-badge = Dasselbe Badge steht mehr als einmal in der Datei.
compressed-badge = Das Badge war komprimiert abgelegt, was der Standard nicht erlaubt. Es wurde trotzdem gelesen.
other-chunk-type = Das Badge war in einem ungewöhnlichen Teil des Bildes abgelegt. Es wurde trotzdem gelesen.
other-version-keyword = Das Badge war unter der Bezeichnung einer anderen Fassung von Open Badges abgelegt. Es wurde trotzdem gelesen.
other-place = Das Badge war an einer ungewöhnlichen Stelle des Bildes abgelegt. Es wurde trotzdem gelesen.
compressed-file = Die Bilddatei ist komprimiert. Sie wurde trotzdem gelesen.
doctype-ignored = Die Bilddatei verweist auf eine Definition außerhalb. Sie wurde nicht geladen.
surrounding-space = Um den Text des Badges standen Leerzeichen. Sie wurden weggelassen.
data-after-end = Die Datei geht nach dem Ende des Bildes weiter. Dieser Teil wurde nicht gelesen.
padded-token = Der Text des Badges war mit Zeichen aufgefüllt, die nicht dorthin gehören. Sie wurden weggelassen.
refreshed = Die ausstellende Stelle bietet bei { $host } eine neuere Fassung dieses Badges an. Diese wurde geprüft.
refresh-unreachable = Die ausstellende Stelle bietet bei { $host } eine neuere Fassung dieses Badges an, die nicht gelesen werden konnte. Geprüft wurde das Badge in der Datei.
refresh-of-another = Was { $host } als neuere Fassung anbietet, ist nicht dasselbe Badge. Geprüft wurde das Badge in der Datei.
refresh-not-good = Nichts zeigt, dass die neuere Fassung bei { $host } von der ausstellenden Stelle stammt. Geprüft wurde das Badge in der Datei.

## Es hat die Teile, die ein Badge braucht

structure-sound = Alle nötigen Teile sind da.
not-an-open-badge = In der Datei ist ein Dokument, aber kein Open Badge.
missing-member = Ein nötiger Teil fehlt.
wrong-value = Ein Teil des Badges hat einen Wert, den der Standard nicht erlaubt.
missing-type = Ein Teil des Badges sagt nicht, was er ist.
invalid-date = Ein Datum im Badge ist nicht so geschrieben, wie der Standard es verlangt.
invalid-identifier = Eine Kennung im Badge ist keine gültige Adresse.
broken-link = Ein Ergebnis im Badge bezieht sich auf etwas, das im Badge nicht steht.
endorsement-of-another = Die Empfehlung handelt von etwas anderem als dem, neben dem sie steht.
endorsed-not-named = Nichts zeigt, wovon die Empfehlung handelt: Das, neben dem sie steht, hat keine Kennung.
nested-credential-bad = Im Verzeichnis stehen Nachweise, die so nicht gut sind: { $bad } von { $count }. Sehen Sie sich jeden an.
nested-credential-not-confirmed = Nicht jeder Nachweis im Verzeichnis ließ sich fertig prüfen: { $unconfirmed } von { $count } sind offen. Sehen Sie sich jeden an.
unlisted-word = Ein Teil des Badges benutzt ein Wort, das der Standard dort nicht aufführt.
result-not-allowed = Ein Ergebnis im Badge gehört nicht zu denen, die das Badge selbst zulässt.
unusual-date = Ein Datum im Badge ist ungewöhnlich geschrieben. Es wurde trotzdem gelesen.
level-of-another = Ein Ergebnis nennt eine Stufe, die zu einem anderen Teil des Badges gehört. Was erreicht wurde, ist trotzdem klar.
schema-not-applied = { $host ->
    [none] Die ausstellende Stelle hat eigene Regeln für dieses Badge. Sie wurden nicht angewandt.
   *[other] Die ausstellende Stelle hat eigene Regeln für dieses Badge, veröffentlicht von { $host }. Sie wurden nicht angewandt.
}
extension-not-read = Das Badge hat einen Teil von einer Art, die dieser Prüfer nicht kennt: { $name }. Er wurde nicht geprüft.

## Seine Wörter haben eine bekannte Bedeutung

context-known = Jedes Wort, das unterschrieben wurde, hat eine veröffentlichte Definition.
missing-context = Das Badge sagt nicht, welchen Definitionen seine Wörter folgen.
no-own-context = Es sagt nicht selbst, was seine Wörter bedeuten. Seine Signatur lässt sich deshalb nicht getrennt vom Badge darum herum prüfen.
unknown-context = Das Badge beruht auf Definitionen, die dieser Prüfer nicht kennt: { $url }.
inline-context = Das Badge bringt eigene Definitionen mit, die die Bedeutung seiner Wörter ändern könnten. Sie wurden nicht gelesen.
undefined-term = Das Badge enthält ein Wort ohne Definition, das also keine Signatur schützt: „{ $term }“.
relative-type = Ein Teil des Badges sagt mit einem Wort ohne Definition, was er ist. Keine Signatur schützt es: „{ $term }“.
relative-iri = Eine Kennung im Badge ist keine vollständige Adresse. Keine Signatur schützt sie: „{ $term }“.
unsigned-value = Ein Teil des Badges ist durch keine Signatur geschützt.
inexact-number = Eine Zahl im Badge ist zu groß, um für alle dasselbe zu bedeuten: { $number }.
invalid-json-ld = Das Badge ist nicht richtig geschrieben.
unsupported-json-ld = Das Badge ist auf eine Weise geschrieben, die dieser Prüfer nicht liest.
version-known = Das Badge ist in den Wörtern von Open Badges { $version } geschrieben.
context-implied = Das Badge ist in den Wörtern von Open Badges { $version } geschrieben, die keine Definitionen brauchten.
context-not-read = Das Badge nennt weitere Definitionen, die dieser Prüfer nicht liest.
context-alias = Das Badge nennt seine Definitionen unter einer anderen Adresse als ihrer eigenen. Es sind dieselben.
older-context = Das Badge wurde unter einer älteren Ausgabe seiner Definitionen unterschrieben.

## Unverändert, seit es vergeben wurde

signature-good = Die Signatur stimmt: Seit der Unterschrift wurde nichts geändert.
no-proof = Das Badge ist nicht unterschrieben.
changed-after-signing = Der Inhalt wurde nach der Unterschrift geändert.
malformed-proof = Die Signatur ist nicht richtig geschrieben.
unsupported-cryptosuite = Diese Art von Signatur wird hier nicht geprüft: { $cryptosuite }.
unknown-cryptosuite = Diese Art von Signatur ist nicht bekannt: { $cryptosuite }.
wrong-proof-purpose = Die Signatur wurde zu einem anderen Zweck gemacht, als ein Badge zu vergeben.
proof-expired = Die Signatur zählt seit dem { $expires } nicht mehr.
proof-from-future = Die Signatur trägt ein Datum in der Zukunft: { $created }.
malformed-key = Der Schlüssel der Signatur ist nicht lesbar.
wrong-key-type = Der Schlüssel passt nicht zu dieser Art von Signatur.
key-not-found = Der Schlüssel, den die Signatur nennt, wurde nicht gefunden.
unsupported-key-reference = Die Signatur nennt ihren Schlüssel auf eine Weise, der dieser Prüfer nicht folgt.
proof-context-differs = Als die Signatur gemacht wurde, waren die Wörter des Badges anders definiert.
base-proof = Das Badge wird mit der Signatur gezeigt, die nur seine Inhaberin oder sein Inhaber haben sollte und aus der eine Kopie zum Zeigen gemacht wird. Bitten Sie um eine solche Kopie.
proof-labels-differ = Die Signatur wurde nicht für die Teile gemacht, die dieses Badge hat.
proof-index-out-of-range = Die Signatur umfasst mehr Aussagen, als dieses Badge hat.
statements-not-signed = Die Zahl der einzeln zu unterschreibenden Aussagen ({ $expected }) ist nicht die der mitgelieferten Signaturen ({ $found }).
previous-proof-missing = Die Signatur baut auf einer anderen auf, die nicht da ist.
previous-proof-bad = Die Signatur baut auf einer anderen auf, die nicht stimmt.
previous-proof-not-checked = Die Signatur baut auf einer anderen auf, die nicht geprüft wurde.
refused-algorithm = { $algorithm ->
    [none] Das Badge ist nicht unterschrieben: Es nennt keine Art von Signatur.
   *[other] Das Badge nennt eine Art von Signatur, die nichts beweist: { $algorithm }.
}
critical-header = Die Signatur verlangt, nach Regeln gelesen zu werden, die dieser Prüfer nicht kennt: { $names }.
unencoded-payload = Die Signatur wurde über eine andere Form des Inhalts gemacht als die im Badge.
private-key-in-token = Das Badge gibt einen geheimen Schlüssel preis. Mit einem solchen Schlüssel kann jeder unterschreiben.
malformed-claim = Der unterschriebene Umschlag des Badges hat einen falschen Wert für „{ $claim }“.
claimed-issuer-differs = Der unterschriebene Umschlag nennt eine andere ausstellende Stelle ({ $found }) als das Badge darin ({ $expected }).
claimed-subject-differs = Der unterschriebene Umschlag nennt eine andere Person ({ $found }) als das Badge darin ({ $expected }).
claimed-id-differs = Der unterschriebene Umschlag gehört zu einem anderen Badge ({ $found }) als dem darin ({ $expected }).
claims-missing = Dem unterschriebenen Umschlag des Badges fehlen Angaben, die der Standard verlangt: { $claims }.
claim-not-in-badge = Der unterschriebene Umschlag sagt etwas, das das Badge darin nicht wiederholt: { $claim }.
unusual-token-type = Der Text des Badges ist als etwas Ungewöhnliches bezeichnet: { $found }. Er wurde trotzdem gelesen.
other-proof-bad = Das Badge trägt eine weitere Signatur, die nicht stimmt.
other-proof-not-checked = Das Badge trägt eine weitere Signatur, die nicht geprüft wurde.
selective-disclosure = Wer das Badge besitzt, hat ausgewählt, welche der unterschriebenen Aussagen zu sehen sind. Andere, etwa ein Enddatum, können zurückgehalten sein.
proof-for-domain = Die Signatur wurde für einen bestimmten Empfänger gemacht: { $domain }.
cryptosuite-alias = Die Art der Signatur ist auf eine alte oder falsche Weise geschrieben: { $cryptosuite }.

hosted-confirmed = { $host } veröffentlicht dieses Badge.
hosted-id-differs = { $host } veröffentlicht unter der Adresse dieses Badges ein anderes.
no-hosted-address = Das Badge ist nicht unterschrieben und nennt keine Adresse, unter der man nachsehen könnte.
file-differs = Das Badge, das Sie gegeben haben, weicht von dem ab, das { $host } veröffentlicht. Das veröffentlichte zählt.
read-over-tls = Eine Adresse im Badge ist ohne Verschlüsselung. Gelesen wurde über eine verschlüsselte Verbindung.
plain-http = Ein Dokument von { $host } wurde ohne Verschlüsselung gelesen. Andere könnten es unterwegs geändert haben.

## Es kommt von der Stelle, die es nennt

key-bound = { $domain ->
    [none] Die Kennung der ausstellenden Stelle ist dieser Schlüssel selbst. Keine Website bürgt für den Namen.
   *[other] { $domain } veröffentlicht diesen Schlüssel.
}
key-not-listed = { $host ->
    [none] Die Kennung der ausstellenden Stelle ist ein anderer Schlüssel. Das Badge wurde nicht von der Stelle unterschrieben, die es nennt.
   *[other] { $host } führt diesen Schlüssel nicht auf. Das Badge wurde nicht von der Stelle unterschrieben, die es nennt.
}
key-not-for-assertion = { $host } führt diesen Schlüssel auf, aber nicht zum Vergeben von Badges.
test-badge = Das ist eine Probe zum Ansehen. Niemand steht dahinter, und sie sagt über niemanden etwas aus.
key-revoked = { $since ->
    [none] { $host } sagt, dass dieser Schlüssel nicht mehr zählt.
   *[other] { $host } sagt, dass dieser Schlüssel seit dem { $since } nicht mehr zählt.
}
key-retired = { $since ->
    [none] Die ausstellende Stelle hat diesen Schlüssel inzwischen ersetzt. Er zählte, als das Badge unterschrieben wurde.
   *[other] Die ausstellende Stelle hat diesen Schlüssel am { $since } ersetzt. Er zählte, als das Badge unterschrieben wurde.
}
controller-differs = Der Schlüssel gehört jemand anderem als der ausstellenden Stelle, die das Badge nennt.
document-of-another = { $host } beschreibt jemand anderen, als das Badge nennt.
within-issuers-scope = { $host } ist der Ort, an dem diese Stelle ihre Badges veröffentlicht.
outside-issuers-scope = Das Badge steht bei { $host }, wo die ausstellende Stelle, die es nennt, keine Badges veröffentlicht.
issuer-not-hosted = Die ausstellende Stelle hat keine Adresse, unter der ihr Profil zu lesen wäre. Nichts zeigt also, von wem dieses Badge ist.
document-id-differs = Ein Dokument bei { $host } nennt sich anders: { $found }. Seine Adresse zählt.
key-owner-missing = Der Schlüssel sagt nicht, wem er gehört. Das Profil der ausstellenden Stelle führt ihn auf.
key-not-bound = Nichts zeigt, dass dieser Schlüssel der ausstellenden Stelle gehört.
unsupported-did-method = { $method ->
    [none] Die ausstellende Stelle ist auf eine Weise benannt, der dieser Prüfer nicht folgt.
   *[other] Die ausstellende Stelle ist auf eine Weise benannt, der dieser Prüfer nicht folgt: { $method }.
}
malformed-did = Die Kennung der ausstellenden Stelle ist nicht richtig geschrieben.

## Daten

within-validity = Gültig bis { $valid_until }.
no-expiry = Es hat kein Enddatum.
expired = Es ist am { $valid_until } abgelaufen.
not-yet-valid = Es ist erst ab { $valid_from } gültig.
ends-before-start = Sein Enddatum liegt vor seinem Anfang.
claimed-start-differs = Der unterschriebene Umschlag zählt von einem anderen Datum an ({ $claimed }) als das Badge darin ({ $valid_from }).
claimed-end-differs = Der unterschriebene Umschlag zählt bis zu einem anderen Datum ({ $claimed }) als das Badge darin ({ $valid_until }).

## Nicht zurückgezogen

status-not-declared = Die ausstellende Stelle veröffentlicht keine Liste zurückgezogener Badges.
not-revoked = Es steht nicht auf der Liste zurückgezogener Badges der ausstellenden Stelle.
still-hosted = { $host } veröffentlicht es weiterhin und sagt nicht, dass es zurückgezogen wurde.
revoked = { $reason ->
    [none] Die ausstellende Stelle hat es zurückgezogen.
   *[other] Die ausstellende Stelle hat es zurückgezogen: „{ $reason }“.
}
no-withdrawal-list = Die Listen der ausstellenden Stelle zu diesem Badge wurden gelesen. Keine davon handelt von zurückgezogenen Badges.
suspended = { $reason ->
    [none] Die ausstellende Stelle hat es vorerst ausgesetzt.
   *[other] Die ausstellende Stelle hat es vorerst ausgesetzt: „{ $reason }“.
}
status-unreachable = { $reason ->
    [offline] Wir konnten die Liste zurückgezogener Badges nicht lesen: Dieses Gerät ist offline.
    [timeout] Wir konnten die Liste zurückgezogener Badges nicht lesen: { $host } hat nicht rechtzeitig geantwortet.
    [cors-or-network] Wir konnten die Liste zurückgezogener Badges nicht lesen: { $host } hat nicht geantwortet, oder Webseiten dürfen sie nicht lesen.
    [too-large] Wir konnten die Liste zurückgezogener Badges nicht lesen: Sie ist zu groß.
    [refused] Wir konnten die Liste zurückgezogener Badges nicht lesen: { $host } wurde nicht kontaktiert, weil die Adresse abgelehnt wurde.
   *[other] { $status ->
        [none] Wir konnten die Liste zurückgezogener Badges nicht lesen.
       *[other] Wir konnten die Liste zurückgezogener Badges nicht lesen: { $host } hat mit dem Fehler { $status } geantwortet.
    }
}
unsupported-status = Die ausstellende Stelle benutzt eine Art von Liste zurückgezogener Badges, die dieser Prüfer noch nicht lesen kann.
malformed-status = Das Badge sagt nicht richtig, wo seine ausstellende Stelle zurückgezogene Badges aufführt.
status-list-damaged = Die Liste zurückgezogener Badges wurde gelesen, ist aber nicht zu verstehen.
status-list-not-verified = Die Liste zurückgezogener Badges ist nicht richtig unterschrieben.
status-list-not-confirmed = Nichts zeigt, wer die Liste zurückgezogener Badges unterschrieben hat.
status-list-not-bound = Nichts zeigt, dass die Liste zurückgezogener Badges der ausstellenden Stelle gehört.
status-list-of-other-kind = Das gelesene Dokument ist nicht die Art von Liste, die das Badge nennt.
status-list-of-another = Die gelesene Liste sagt, dass sie zu einer anderen Adresse gehört, als das Badge nennt.
status-list-expired = Die Liste zurückgezogener Badges ist veraltet.
status-list-too-short = Die Liste zurückgezogener Badges ist kürzer, als der Standard verlangt.
status-index-out-of-range = Der Platz dieses Badges liegt hinter dem Ende der Liste zurückgezogener Badges.
status-purpose-differs = Die Liste der ausstellenden Stelle dient einem anderen Zweck, als das Badge sagt.
status-of-another-issuer = Die Liste zurückgezogener Badges ist von jemand anderem als der ausstellenden Stelle unterschrieben.
status-index-is-number = Der Platz des Badges in der Liste ist ungewöhnlich geschrieben. Er wurde trotzdem gelesen.
status-list-notation = Die Liste zurückgezogener Badges ist ungewöhnlich geschrieben. Sie wurde trotzdem gelesen.
status-message = Die ausstellende Stelle sagt über dieses Badge: „{ $message }“.
refresh-available = Die ausstellende Stelle hat eine neuere Fassung dieses Badges.

## Das Bild

image-not-signed = Die Signatur umfasst das Bild nicht. Das Bild beweist also nichts.
image-matches = { $of ->
    [address] Das Bild, das { $host } veröffentlicht, ist das, das die ausstellende Stelle unterschrieben hat.
   *[other] Es ist das Bild, das die ausstellende Stelle unterschrieben hat.
}
image-differs = { $of ->
    [address] Das Bild, das { $host } veröffentlicht, ist nicht das, das die ausstellende Stelle unterschrieben hat.
   *[other] Das Bild ist nicht das, das die ausstellende Stelle unterschrieben hat.
}
image-not-asked = Die ausstellende Stelle hat ein Bild unterschrieben. Es wurde nicht zum Vergleich geholt, weil sein Server davon erführe.
unsupported-digest = Die ausstellende Stelle hat das Bild auf eine Weise unterschrieben, die dieser Prüfer nicht vergleichen kann.

## Diese Person

recipient-not-asked = Es wurde kein Name und keine Adresse zum Vergleich angegeben.
recipient-matches = Es wurde der Person gegeben, die Sie genannt haben.
recipient-differs = Es wurde nicht der Person gegeben, die Sie genannt haben.
recipient-not-named = Das Badge sagt nicht auf vergleichbare Weise, wem es gegeben wurde.
matched-lower-case = Es passt, wenn man die Adresse in Kleinbuchstaben schreibt.

## Empfehlungen

no-endorsement = Das Badge trägt keine Empfehlung.
endorsements-good = Jede Empfehlung ist gut. Ihre Zahl: { $count }.
endorsement-bad = Nicht jede Empfehlung ist gut: { $bad } von { $count } sind es nicht. Das Badge selbst hängt nicht davon ab.
endorsement-not-confirmed = Nicht jede Empfehlung ließ sich fertig prüfen: { $unconfirmed } von { $count } sind offen. Das Badge selbst hängt nicht davon ab.

## Verzeichnisse ausstellender Stellen

trust-not-asked = Es wurde kein Verzeichnis ausstellender Stellen gefragt.
issuer-listed = { $register ->
    [none] Die ausstellende Stelle steht in einem Verzeichnis, das gefragt wurde.
   *[other] Die ausstellende Stelle steht im Verzeichnis „{ $register }“.
}
issuer-unknown = Die ausstellende Stelle steht in keinem der gefragten Verzeichnisse. Das spricht nicht gegen sie.
