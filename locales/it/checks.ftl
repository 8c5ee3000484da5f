### Che cosa ha trovato una verifica, in frasi intere. La versione inglese dice quali valori ci sono.

## Stati

state-genuine = Autentico e ancora valido
state-caution = Autentico, ma legga prima questo
state-invalid = Non valido
state-unchecked = Non abbiamo potuto finire la verifica
state-none = In questo file non c’è alcun badge

## Domande

check-format = Nel file c’è un badge
check-structure = Ha le parti che servono a un badge
check-context = Le sue parole hanno un significato noto
check-signature = Immutato da quando è stato dato
check-issuer-binding = Viene dall’ente che nomina
check-validity = Date
check-status = Non ritirato
check-image = L’immagine
check-recipient = Questa persona
check-endorsement = Attestazioni di sostegno
check-trust = Registri di enti emittenti

## Risposte

answer-yes = Sì
answer-care = Attenzione
answer-no = No
answer-unknown = Non verificabile
answer-neutral = Non si applica
answer-not-asked = Non chiesto
answer-if-genuine = Solo se è autentico

## Ogni verifica

not-reached = Questo non è stato verificato, perché una verifica precedente ha chiuso l’esame.
not-supported = { $what ->
    [credential-kind] È un tipo di credenziale diverso da quelli di cui questo verificatore conosce le regole.
    [envelope] La credenziale è avvolta in un modo che questo verificatore non sa leggere.
    [identity-hash] Il badge nomina la persona in forma nascosta, che questo verificatore non sa ancora confrontare.
   *[other] Questo verificatore non può ancora verificarlo.
}
document-not-fetched = { $host ->
    [none] Un documento necessario non è stato letto.
   *[other] Non abbiamo letto ciò che pubblica { $host }.
}
document-unreachable = { $reason ->
    [offline] Non abbiamo potuto leggere ciò che pubblica { $host }: questo dispositivo è senza rete.
    [timeout] Non abbiamo potuto leggere ciò che pubblica { $host }: non ha risposto in tempo.
    [cors-or-network] Non abbiamo potuto leggere ciò che pubblica { $host }: non ha risposto, o non si lascia leggere dalle pagine web.
    [too-large] Non abbiamo potuto leggere ciò che pubblica { $host }: è troppo grande.
    [refused] Non abbiamo letto ciò che pubblica { $host }: l’indirizzo è stato rifiutato.
   *[other] { $status ->
        [none] Non abbiamo potuto leggere ciò che pubblica { $host }.
       *[other] Non abbiamo potuto leggere ciò che pubblica { $host }: ha risposto con l’errore { $status }.
    }
}
document-unreadable = Abbiamo letto ciò che pubblica { $host }, ma non siamo riusciti a capirlo.
file-unreadable = { $reason ->
    [not-found] Il file non c’è.
    [permission-denied] Questo programma non può leggere il file.
   *[other] Il file non si è potuto leggere.
}
work-limit-reached = Non abbiamo finito: il badge chiede più lavoro di quanto questo verificatore consenta.

## Nel file c’è un badge

badge-found = È stato trovato un badge.
credential-found = In questo punto c’è una credenziale.
no-badge = Una schermata o una foto perde il badge. Chieda alla persona il file originale o un link.
too-large = Il file, o una sua parte, è più grande di quanto legga questo verificatore.
damaged-file = { $offset ->
    [none] Il file è danneggiato.
   *[other] Il file è danneggiato al byte { $offset }.
}
damaged-chunk = La parte dell’immagine che contiene il badge è danneggiata.
conflicting-badges = Il file contiene due badge diversi. Non si può sapere quale valga.
unreadable-badge = Nel file c’è un badge, ma il suo testo non si può leggere.
duplicate-member-names = Il badge dice due volte la stessa cosa, con il nome «{ $name }». Non si può sapere quale valga.
too-deep = Il badge è annidato più in profondità di quanto legga questo verificatore.
entity-refused = Il badge nell’immagine si basa su sostituzioni che questo verificatore non fa.
repeated-badge = Lo stesso badge è più di una volta nel file.
compressed-badge = Il badge era conservato compresso, cosa che lo standard non consente. È stato letto lo stesso.
other-chunk-type = Il badge era conservato in una parte insolita dell’immagine. È stato letto lo stesso.
other-version-keyword = Il badge era conservato sotto l’etichetta di un’altra versione di Open Badges. È stato letto lo stesso.
other-place = Il badge era conservato in un punto insolito dell’immagine. È stato letto lo stesso.
compressed-file = Il file dell’immagine è compresso. È stato letto lo stesso.
doctype-ignored = Il file dell’immagine rimanda a una definizione esterna. Non è stata caricata.
surrounding-space = Intorno al testo del badge c’erano spazi. Sono stati tralasciati.
data-after-end = Il file continua dopo la fine dell’immagine. Quella parte non è stata letta.
padded-token = Il testo del badge era riempito con segni che non ci vanno. Sono stati tralasciati.
refreshed = L’ente emittente offre presso { $host } una versione più nuova di questo badge. È stata verificata quella.
refresh-unreachable = L’ente emittente offre presso { $host } una versione più nuova di questo badge, che non si è potuta leggere. È stato verificato il badge nel file.
refresh-of-another = Ciò che { $host } offre come versione più nuova non è lo stesso badge. È stato verificato il badge nel file.
refresh-not-good = Nulla mostra che ciò che { $host } offre come versione più nuova sia dell’ente emittente. È stato verificato il badge nel file.

## Ha le parti che servono a un badge

structure-sound = Ci sono tutte le parti richieste.
not-an-open-badge = Il file contiene un documento, ma non è un Open Badge.
missing-member = Manca una parte richiesta.
wrong-value = Una parte del badge ha un valore che lo standard non consente.
missing-type = Una parte del badge non dice che cos’è.
invalid-date = Una data nel badge non è scritta come chiede lo standard.
invalid-identifier = Un identificativo nel badge non è un indirizzo valido.
broken-link = Un risultato nel badge si riferisce a qualcosa che il badge non contiene.
endorsement-of-another = L’attestazione riguarda qualcosa di diverso da ciò accanto a cui sta.
endorsed-not-named = Nulla mostra che cosa riguardi l’attestazione: ciò accanto a cui sta non ha identificativo.
nested-credential-bad = Il fascicolo contiene credenziali che così come sono non vanno bene: { $bad } su { $count }. Le guardi una per una.
nested-credential-not-confirmed = Non abbiamo potuto finire di verificare ogni credenziale del fascicolo: { $unconfirmed } su { $count } restano aperte. Le guardi una per una.
unlisted-word = Una parte del badge usa una parola che lo standard lì non prevede.
result-not-allowed = Un risultato nel badge non è tra quelli che il badge stesso ammette.
unusual-date = Una data nel badge è scritta in modo insolito. È stata letta lo stesso.
level-of-another = Un risultato nomina un livello che appartiene a un’altra parte del badge. Ciò che è stato raggiunto è chiaro lo stesso.
schema-not-applied = { $host ->
    [none] L’ente emittente ha regole proprie per questo badge. Non sono state applicate.
   *[other] L’ente emittente ha regole proprie per questo badge, pubblicate da { $host }. Non sono state applicate.
}
extension-not-read = Il badge ha una parte di un tipo che questo verificatore non conosce: { $name }. Non è stata verificata.

## Le sue parole hanno un significato noto

context-known = Ogni parola firmata ha una definizione pubblicata.
missing-context = Il badge non dice quali definizioni seguano le sue parole.
no-own-context = Non dice da sé che cosa significhino le sue parole, quindi la sua firma non si può verificare a parte dal badge che lo contiene.
unknown-context = Il badge si basa su definizioni che questo verificatore non conosce: { $url }.
inline-context = Il badge porta definizioni proprie, che potrebbero cambiare il significato delle sue parole. Non sono state lette.
undefined-term = Il badge contiene una parola senza definizione, quindi nessuna firma la protegge: «{ $term }».
relative-type = Una parte del badge dice che cos’è con una parola senza definizione, quindi nessuna firma la protegge: «{ $term }».
relative-iri = Un identificativo nel badge non è un indirizzo completo, quindi nessuna firma lo protegge: «{ $term }».
unsigned-value = Una parte del badge non è protetta da alcuna firma.
inexact-number = Un numero nel badge è troppo grande per significare lo stesso per tutti: { $number }.
invalid-json-ld = Il badge non è scritto correttamente.
unsupported-json-ld = Il badge è scritto in un modo che questo verificatore non legge.
version-known = Il badge è scritto con le parole di Open Badges { $version }.
context-implied = Il badge è scritto con le parole di Open Badges { $version }, che non richiedevano definizioni.
context-not-read = Il badge nomina altre definizioni, che questo verificatore non legge.
context-alias = Il badge nomina le sue definizioni con un indirizzo diverso dal loro. Sono le stesse definizioni.
older-context = Il badge è stato firmato con un’edizione più vecchia delle sue definizioni.

## Immutato da quando è stato dato

signature-good = La firma è giusta: nulla è cambiato da quando è stato firmato.
no-proof = Il badge non è firmato.
changed-after-signing = Il contenuto è stato cambiato dopo la firma.
malformed-proof = La firma non è scritta correttamente.
unsupported-cryptosuite = Questo tipo di firma qui non si verifica: { $cryptosuite }.
unknown-cryptosuite = Questo tipo di firma non è noto: { $cryptosuite }.
wrong-proof-purpose = La firma è stata fatta per uno scopo diverso dal dare un badge.
proof-expired = La firma ha smesso di contare il { $expires }.
proof-from-future = La firma porta una data futura: { $created }.
malformed-key = La chiave della firma non si può leggere.
wrong-key-type = La chiave non è adatta a questo tipo di firma.
key-not-found = La chiave nominata dalla firma non è stata trovata.
unsupported-key-reference = La firma nomina la sua chiave in un modo che questo verificatore non segue.
proof-context-differs = La firma è stata fatta quando il badge definiva diversamente le sue parole.
base-proof = Il badge è mostrato con la firma che dovrebbe avere solo chi lo possiede, e da cui si ricava una copia da mostrare. Chieda una copia di quel tipo.
proof-labels-differ = La firma non è stata fatta per le parti che ha questo badge.
proof-index-out-of-range = La firma copre più affermazioni di quante ne abbia questo badge.
statements-not-signed = Il numero di affermazioni da firmare una per una ({ $expected }) non è quello delle firme allegate ({ $found }).
previous-proof-missing = La firma si basa su un’altra che non c’è.
previous-proof-bad = La firma si basa su un’altra che non corrisponde.
previous-proof-not-checked = La firma si basa su un’altra che non è stata verificata.
refused-algorithm = { $algorithm ->
    [none] Il badge non è firmato: non nomina alcun tipo di firma.
   *[other] Il badge nomina un tipo di firma che non prova nulla: { $algorithm }.
}
critical-header = La firma chiede di essere letta con regole che questo verificatore non conosce: { $names }.
unencoded-payload = La firma è stata fatta su una forma del contenuto diversa da quella nel badge.
private-key-in-token = Il badge rivela una chiave segreta. Con una chiave così può firmare chiunque.
malformed-claim = La busta firmata del badge ha un valore sbagliato per «{ $claim }».
claimed-issuer-differs = La busta firmata nomina un altro ente emittente ({ $found }) rispetto al badge che contiene ({ $expected }).
claimed-subject-differs = La busta firmata nomina un’altra persona ({ $found }) rispetto al badge che contiene ({ $expected }).
claimed-id-differs = La busta firmata appartiene a un altro badge ({ $found }) rispetto a quello che contiene ({ $expected }).
claims-missing = Alla busta firmata del badge mancano voci che lo standard chiede: { $claims }.
claim-not-in-badge = La busta firmata dice qualcosa che il badge che contiene non ripete: { $claim }.
unusual-token-type = Il testo del badge è indicato come qualcosa di insolito: { $found }. È stato letto lo stesso.
other-proof-bad = Il badge porta un’altra firma, che non corrisponde.
other-proof-not-checked = Il badge porta un’altra firma, che non è stata verificata.
selective-disclosure = Chi possiede il badge ha scelto quali affermazioni firmate mostrare. Altre, come una data di fine, possono essere trattenute.
proof-for-domain = La firma è stata fatta per un solo destinatario: { $domain }.
cryptosuite-alias = Il tipo di firma è scritto in modo vecchio o sbagliato: { $cryptosuite }.

hosted-confirmed = { $host } pubblica questo badge.
hosted-id-differs = { $host } pubblica un altro badge all’indirizzo di questo.
no-hosted-address = Il badge non è firmato, e non nomina alcun indirizzo dove controllarlo.
file-differs = Il badge che ha dato è diverso da quello che pubblica { $host }. Conta quello pubblicato.
read-over-tls = Un indirizzo nel badge è senza cifratura. È stato letto con una connessione cifrata.
plain-http = Un documento di { $host } è stato letto senza cifratura. Altri potrebbero averlo cambiato per strada.

## Viene dall’ente che nomina

key-bound = { $domain ->
    [none] L’identificativo dell’ente emittente è questa stessa chiave. Nessun sito garantisce per il nome.
   *[other] { $domain } pubblica questa chiave.
}
key-not-listed = { $host ->
    [none] L’identificativo dell’ente emittente è un’altra chiave. Il badge non è stato firmato dall’ente che nomina.
   *[other] { $host } non elenca questa chiave. Il badge non è stato firmato dall’ente che nomina.
}
key-not-for-assertion = { $host } elenca questa chiave, ma non per dare badge.
test-badge = È una prova, fatta per essere guardata. Nessuno la sostiene, e non dimostra nulla di nessuno.
key-revoked = { $since ->
    [none] { $host } dice che questa chiave non conta più.
   *[other] { $host } dice che questa chiave non conta più dal { $since }.
}
key-retired = { $since ->
    [none] L’ente emittente ha poi sostituito questa chiave. Contava quando il badge è stato firmato.
   *[other] L’ente emittente ha sostituito questa chiave il { $since }. Contava quando il badge è stato firmato.
}
controller-differs = La chiave appartiene a qualcuno diverso dall’ente emittente che il badge nomina.
document-of-another = { $host } descrive qualcuno diverso da chi nomina il badge.
within-issuers-scope = { $host } è dove questo ente pubblica i suoi badge.
outside-issuers-scope = Il badge si trova presso { $host }, dove l’ente emittente che nomina non pubblica badge.
issuer-not-hosted = L’ente emittente non ha un indirizzo dove leggere il suo profilo, quindi nulla mostra di chi sia questo badge.
document-id-differs = Un documento presso { $host } si dà un altro nome: { $found }. Conta il suo indirizzo.
key-owner-missing = La chiave non dice di chi è. Il profilo dell’ente emittente la elenca.
key-not-bound = Nulla mostra che questa chiave sia dell’ente emittente.
unsupported-did-method = { $method ->
    [none] L’ente emittente è nominato in un modo che questo verificatore non segue.
   *[other] L’ente emittente è nominato in un modo che questo verificatore non segue: { $method }.
}
malformed-did = L’identificativo dell’ente emittente non è scritto correttamente.

## Date

within-validity = Valido fino al { $valid_until }.
no-expiry = Non ha una data di fine.
expired = È scaduto il { $valid_until }.
not-yet-valid = Non è valido prima del { $valid_from }.
ends-before-start = La sua data di fine è prima di quella d’inizio.
claimed-start-differs = La busta firmata conta da un’altra data ({ $claimed }) rispetto al badge che contiene ({ $valid_from }).
claimed-end-differs = La busta firmata conta fino a un’altra data ({ $claimed }) rispetto al badge che contiene ({ $valid_until }).

## Non ritirato

status-not-declared = L’ente emittente non pubblica alcun elenco di badge ritirati.
not-revoked = Non è nell’elenco dei badge ritirati dell’ente emittente.
still-hosted = { $host } lo pubblica ancora, e non dice che sia stato ritirato.
revoked = { $reason ->
    [none] L’ente emittente lo ha ritirato.
   *[other] L’ente emittente lo ha ritirato: «{ $reason }».
}
no-withdrawal-list = Gli elenchi dell’ente emittente su questo badge sono stati letti. Nessuno riguarda i badge ritirati.
suspended = { $reason ->
    [none] L’ente emittente lo ha sospeso per ora.
   *[other] L’ente emittente lo ha sospeso per ora: «{ $reason }».
}
status-unreachable = { $reason ->
    [offline] Non abbiamo potuto leggere l’elenco dei badge ritirati: questo dispositivo è senza rete.
    [timeout] Non abbiamo potuto leggere l’elenco dei badge ritirati: { $host } non ha risposto in tempo.
    [cors-or-network] Non abbiamo potuto leggere l’elenco dei badge ritirati: { $host } non ha risposto, o non lo lascia leggere alle pagine web.
    [too-large] Non abbiamo potuto leggere l’elenco dei badge ritirati: è troppo grande.
    [refused] Non abbiamo potuto leggere l’elenco dei badge ritirati: { $host } non è stato contattato, perché l’indirizzo è stato rifiutato.
   *[other] { $status ->
        [none] Non abbiamo potuto leggere l’elenco dei badge ritirati.
       *[other] Non abbiamo potuto leggere l’elenco dei badge ritirati: { $host } ha risposto con l’errore { $status }.
    }
}
unsupported-status = L’ente emittente usa un tipo di elenco di badge ritirati che questo verificatore non sa ancora leggere.
malformed-status = Il badge non dice correttamente dove il suo ente emittente elenca i badge ritirati.
status-list-damaged = L’elenco dei badge ritirati è stato letto, ma non si riesce a capire.
status-list-not-verified = L’elenco dei badge ritirati non è firmato correttamente.
status-list-not-confirmed = Nulla mostra chi abbia firmato l’elenco dei badge ritirati.
status-list-not-bound = Nulla mostra che l’elenco dei badge ritirati sia dell’ente emittente.
status-list-of-other-kind = Il documento letto non è del tipo di elenco che il badge nomina.
status-list-of-another = L’elenco letto dice di appartenere a un indirizzo diverso da quello che il badge nomina.
status-list-expired = L’elenco dei badge ritirati dell’ente emittente non è aggiornato.
status-list-too-short = L’elenco dei badge ritirati è più corto di quanto chieda lo standard.
status-index-out-of-range = Il posto di questo badge è oltre la fine dell’elenco dei badge ritirati.
status-purpose-differs = L’elenco dell’ente emittente serve a uno scopo diverso da quello che dice il badge.
status-of-another-issuer = L’elenco dei badge ritirati è firmato da qualcuno diverso dall’ente emittente.
status-index-is-number = Il posto del badge nell’elenco è scritto in modo insolito. È stato letto lo stesso.
status-list-notation = L’elenco dei badge ritirati è scritto in modo insolito. È stato letto lo stesso.
status-message = L’ente emittente dice di questo badge: «{ $message }».
refresh-available = L’ente emittente ha una versione più nuova di questo badge.

## L’immagine

image-not-signed = La firma non copre l’immagine, quindi l’immagine non prova nulla.
image-matches = { $of ->
    [address] L’immagine che pubblica { $host } è quella firmata dall’ente emittente.
   *[other] È l’immagine firmata dall’ente emittente.
}
image-differs = { $of ->
    [address] L’immagine che pubblica { $host } non è quella firmata dall’ente emittente.
   *[other] L’immagine non è quella firmata dall’ente emittente.
}
image-not-asked = L’ente emittente ha firmato un’immagine. Non è stata scaricata per confrontarla, perché il suo server lo saprebbe.
unsupported-digest = L’ente emittente ha firmato l’immagine in un modo che questo verificatore non sa confrontare.

## Questa persona

recipient-not-asked = Non è stato dato alcun nome né indirizzo con cui confrontare.
recipient-matches = È stato dato alla persona che Lei ha nominato.
recipient-differs = Non è stato dato alla persona che Lei ha nominato.
recipient-not-named = Il badge non dice a chi è stato dato in un modo che si possa confrontare.
matched-lower-case = Corrisponde se l’indirizzo è scritto in minuscolo.

## Attestazioni di sostegno

no-endorsement = Il badge non porta alcuna attestazione di sostegno.
endorsements-good = Ogni attestazione è buona. Sono { $count }.
endorsement-bad = Non ogni attestazione è buona: { $bad } su { $count } non lo sono. Il badge stesso non ne dipende.
endorsement-not-confirmed = Non abbiamo potuto finire di verificare ogni attestazione: { $unconfirmed } su { $count } restano aperte. Il badge stesso non ne dipende.

## Registri di enti emittenti

trust-not-asked = Non è stato chiesto ad alcun registro di enti emittenti.
issuer-listed = { $register ->
    [none] L’ente emittente è in un registro a cui è stato chiesto.
   *[other] L’ente emittente è nel registro «{ $register }».
}
issuer-unknown = L’ente emittente non è in alcuno dei registri a cui è stato chiesto. Questo non dice nulla contro di esso.
