### Ce qu’une vérification a trouvé, en phrases entières. Un message par code de `openbadges::verify::Code`, du même nom.
### Partagé par le serveur, la ligne de commande et le widget.
###
### Les valeurs sont celles que nomme la documentation du code. S’y ajoute `$host`, l’hôte de `$url`.
### Les dates arrivent déjà rédigées. Une valeur absente est donnée par le mot `none`.
### Une phrase ne dit jamais plus que ce qui a été vérifié.

## États

state-genuine = Authentique et en cours de validité
state-caution = Authentique, mais lisez ceci
state-invalid = Non valable
state-unchecked = Vérification incomplète
state-none = Ce fichier ne contient pas de badge

## Questions

check-format = Le fichier contient un badge
check-structure = Il a toutes les parties nécessaires
check-context = Ses termes ont un sens connu
check-signature = Inchangé depuis qu’il a été remis
check-issuer-binding = Il vient de l’émetteur qu’il nomme
check-validity = Dates
check-status = Non retiré
check-image = L’image
check-recipient = Cette personne
check-endorsement = Recommandations
check-trust = Registres d’émetteurs

## Réponses

answer-yes = Oui
answer-care = Attention
answer-no = Non
answer-unknown = Pas pu vérifier
answer-neutral = Sans objet
answer-not-asked = Pas demandé
answer-if-genuine = Seulement s’il est authentique

## Toute vérification

not-reached = Ce point n’a pas été vérifié, car une étape précédente a mis fin à la vérification.
not-supported = { $what ->
    [credential-kind] C’est une attestation d’un autre type que ceux dont ce vérificateur connaît les règles.
    [envelope] L’attestation est enveloppée d’une façon que ce vérificateur ne sait pas lire.
    [identity-hash] Le badge nomme la personne sous une forme masquée, que ce vérificateur ne sait pas encore comparer.
   *[other] Ce vérificateur ne sait pas encore vérifier ce point.
}
document-not-fetched = { $host ->
    [none] Un document nécessaire n’a pas été lu.
   *[other] Nous n’avons pas lu ce que publie { $host }.
}
document-unreachable = { $reason ->
    [offline] Nous n’avons pas pu lire ce que publie { $host } : cet appareil est hors ligne.
    [timeout] Nous n’avons pas pu lire ce que publie { $host } : pas de réponse à temps.
    [cors-or-network] Nous n’avons pas pu lire ce que publie { $host } : pas de réponse, ou les pages web n’ont pas le droit de le lire.
    [too-large] Nous n’avons pas pu lire ce que publie { $host } : c’est trop volumineux.
    [refused] Nous n’avons pas lu ce que publie { $host } : l’adresse a été refusée.
   *[other] { $status ->
        [none] Nous n’avons pas pu lire ce que publie { $host }.
       *[other] Nous n’avons pas pu lire ce que publie { $host } : la réponse est l’erreur { $status }.
    }
}
document-unreadable = Nous avons lu ce que publie { $host }, mais n’avons pas pu le comprendre.
file-unreadable = { $reason ->
    [not-found] Le fichier n’est pas là.
    [permission-denied] Ce programme n’a pas le droit de lire le fichier.
   *[other] Le fichier n’a pas pu être lu.
}
work-limit-reached = Nous n’avons pas terminé : le badge demande plus de travail que ce vérificateur n’en permet.

## Le fichier contient un badge

badge-found = Un badge a été trouvé.
credential-found = Il y a une attestation à cet endroit.
no-badge = Une capture d’écran ou une photo perd le badge. Demandez à la personne le fichier d’origine ou un lien.
too-large = Le fichier, ou une de ses parties, est plus grand que ce que lit ce vérificateur.
damaged-file = { $offset ->
    [none] Le fichier est abîmé.
   *[other] Le fichier est abîmé à l’octet { $offset }.
}
damaged-chunk = La partie de l’image qui contient le badge est abîmée.
conflicting-badges = Le fichier contient deux badges différents. On ne peut pas savoir lequel est le bon.
unreadable-badge = Il y a un badge dans le fichier, mais son texte est illisible.
duplicate-member-names = Le badge dit deux fois la même chose, sous le nom « { $name } ». On ne peut pas savoir laquelle est la bonne.
too-deep = Le badge est imbriqué plus profondément que ce que lit ce vérificateur.
entity-refused = Le badge dans l’image s’appuie sur des remplacements que ce vérificateur refuse de faire.
repeated-badge = Le même badge figure plusieurs fois dans le fichier.
compressed-badge = Le badge était enregistré sous forme compressée, ce que la norme ne permet pas. Il a été lu quand même.
other-chunk-type = Le badge était enregistré dans une partie inhabituelle de l’image. Il a été lu quand même.
other-version-keyword = Le badge était enregistré sous l’étiquette d’une autre version d’Open Badges. Il a été lu quand même.
other-place = Le badge était enregistré à un endroit inhabituel de l’image. Il a été lu quand même.
compressed-file = Le fichier de l’image est compressé. Il a été lu quand même.
doctype-ignored = Le fichier de l’image renvoie à une définition extérieure. Elle n’a pas été chargée.
surrounding-space = Il y avait des espaces autour du texte du badge. Elles ont été laissées de côté.
data-after-end = Le fichier continue après la fin de l’image. Cette partie n’a pas été lue.
padded-token = Le texte du badge était complété par des signes qui n’y ont pas leur place. Ils ont été laissés de côté.
refreshed = L’émetteur propose une version plus récente de ce badge sur { $host }. C’est elle qui a été vérifiée.
refresh-unreachable = L’émetteur propose une version plus récente de ce badge sur { $host }, mais elle n’a pas pu être lue. C’est le badge du fichier qui a été vérifié.
refresh-of-another = Ce que { $host } propose comme version plus récente n’est pas le même badge. C’est le badge du fichier qui a été vérifié.
refresh-not-good = Rien ne montre que la version plus récente proposée par { $host } vient de l’émetteur. C’est le badge du fichier qui a été vérifié.

## Il a toutes les parties nécessaires

structure-sound = Toutes les parties obligatoires sont présentes.
not-an-open-badge = Le fichier contient un document, mais ce n’est pas un Open Badge.
missing-member = Une partie obligatoire manque.
wrong-value = Une partie du badge a une valeur que la norme ne permet pas.
missing-type = Une partie du badge ne dit pas ce qu’elle est.
invalid-date = Une date du badge n’est pas écrite comme la norme le demande.
invalid-identifier = Un identifiant du badge n’est pas une adresse valable.
broken-link = Un résultat du badge renvoie à un élément que le badge ne contient pas.
endorsement-of-another = La recommandation porte sur autre chose que ce qu’elle accompagne.
endorsed-not-named = Rien ne montre sur quoi porte la recommandation : ce qu’elle accompagne n’a pas d’identifiant.
nested-credential-bad = Le relevé contient des attestations qui ne sont pas bonnes telles quelles : { $bad } sur { $count }. Regardez chacune d’elles.
nested-credential-not-confirmed = Nous n’avons pas pu finir de vérifier toutes les attestations du relevé : { $unconfirmed } sur { $count } restent en suspens. Regardez chacune d’elles.
unlisted-word = Une partie du badge emploie un mot que la norme ne prévoit pas à cet endroit.
result-not-allowed = Un résultat du badge ne fait pas partie de ceux que le badge lui-même admet.
unusual-date = Une date du badge est écrite d’une façon inhabituelle. Elle a été lue quand même.
level-of-another = Un résultat désigne un niveau qui appartient à une autre partie du badge. Ce qui a été atteint reste clair.
schema-not-applied = { $host ->
    [none] L’émetteur a ses propres règles pour ce badge. Elles n’ont pas été appliquées.
   *[other] L’émetteur a ses propres règles pour ce badge, publiées par { $host }. Elles n’ont pas été appliquées.
}
extension-not-read = Une partie du badge est d’un type que ce vérificateur ne connaît pas : { $name }. Elle n’a pas été vérifiée.

## Ses termes ont un sens connu

context-known = Chaque terme signé a une définition publiée.
missing-context = Le badge ne dit pas quelles définitions suivent ses termes.
no-own-context = Elle ne dit pas elle-même ce que ses mots signifient : sa signature ne peut pas être vérifiée à part du badge qui l’entoure.
unknown-context = Le badge s’appuie sur des définitions que ce vérificateur ne connaît pas : { $url }.
inline-context = Le badge apporte ses propres définitions, qui pourraient changer le sens de ses termes. Elles n’ont pas été lues.
undefined-term = Le badge contient un terme qu’aucune définition ne couvre, et qu’aucune signature ne protège donc : « { $term } ».
relative-type = Une partie du badge dit ce qu’elle est par un terme qu’aucune définition ne couvre, et qu’aucune signature ne protège donc : « { $term } ».
relative-iri = Un identifiant du badge n’est pas une adresse complète, et aucune signature ne le protège donc : « { $term } ».
unsigned-value = Une partie du badge n’est protégée par aucune signature.
inexact-number = Un nombre du badge est trop grand pour avoir le même sens pour tous : { $number }.
invalid-json-ld = Le badge n’est pas écrit correctement.
unsupported-json-ld = Le badge est écrit d’une façon que ce vérificateur ne lit pas.
version-known = Le badge est écrit avec les termes d’Open Badges { $version }.
context-implied = Le badge est écrit avec les termes d’Open Badges { $version }, qui se passaient de définitions.
context-not-read = Le badge nomme d’autres définitions, que ce vérificateur ne lit pas.
context-alias = Le badge nomme ses définitions par une autre adresse que la leur. Ce sont les mêmes définitions.
older-context = Le badge a été signé sous une édition plus ancienne de ses définitions.

## Inchangé depuis qu’il a été remis

signature-good = La signature est bonne : rien n’a été changé depuis qu’il a été signé.
no-proof = Le badge n’est pas signé.
changed-after-signing = Le contenu a été changé après la signature.
malformed-proof = La signature n’est pas écrite correctement.
unsupported-cryptosuite = Ce type de signature n’est pas vérifié ici : { $cryptosuite }.
unknown-cryptosuite = Ce type de signature est inconnu : { $cryptosuite }.
wrong-proof-purpose = La signature a été faite dans un autre but que de remettre un badge.
proof-expired = La signature ne compte plus depuis le { $expires }.
proof-from-future = La signature est datée dans l’avenir : { $created }.
malformed-key = La clé de la signature est illisible.
wrong-key-type = La clé ne convient pas à ce type de signature.
key-not-found = La clé que nomme la signature n’a pas été trouvée.
unsupported-key-reference = La signature nomme sa clé d’une façon que ce vérificateur ne suit pas.
proof-context-differs = La signature a été faite quand le badge définissait ses mots autrement.
base-proof = Le badge est montré avec la signature que seul son titulaire devrait avoir, et dont on tire un exemplaire à montrer. Demandez-lui un tel exemplaire.
proof-labels-differ = La signature n’a pas été faite pour les parties que contient ce badge.
proof-index-out-of-range = La signature porte sur plus d’affirmations que ce badge n’en contient.
statements-not-signed = Le nombre d’affirmations à signer une par une ({ $expected }) n’est pas celui des signatures jointes ({ $found }).
previous-proof-missing = La signature s’appuie sur une autre signature, qui n’est pas là.
previous-proof-bad = La signature s’appuie sur une autre signature, qui ne correspond pas.
previous-proof-not-checked = La signature s’appuie sur une autre signature, qui n’a pas été vérifiée.
refused-algorithm = { $algorithm ->
    [none] Le badge n’est pas signé : il ne nomme aucun type de signature.
   *[other] Le badge nomme un type de signature qui ne prouve rien : { $algorithm }.
}
critical-header = La signature demande à être lue selon des règles que ce vérificateur ne connaît pas : { $names }.
unencoded-payload = La signature porte sur une autre forme du contenu que celle qui figure dans le badge.
private-key-in-token = Le badge dévoile une clé secrète. N’importe qui peut signer avec une telle clé.
malformed-claim = L’enveloppe signée du badge donne une valeur erronée à « { $claim } ».
claimed-issuer-differs = L’enveloppe signée nomme un autre émetteur ({ $found }) que le badge qu’elle contient ({ $expected }).
claimed-subject-differs = L’enveloppe signée nomme une autre personne ({ $found }) que le badge qu’elle contient ({ $expected }).
claimed-id-differs = L’enveloppe signée est celle d’un autre badge ({ $found }) que celui qu’elle contient ({ $expected }).
claims-missing = Il manque à l’enveloppe signée du badge des mentions que la norme demande : { $claims }.
claim-not-in-badge = L’enveloppe signée dit une chose que le badge qu’elle contient ne répète pas : { $claim }.
unusual-token-type = Le texte du badge porte une étiquette inhabituelle : { $found }. Il a été lu quand même.
other-proof-bad = Le badge porte une autre signature, qui ne correspond pas.
other-proof-not-checked = Le badge porte une autre signature, qui n’a pas été vérifiée.
selective-disclosure = Le titulaire du badge a choisi lesquelles des affirmations signées montrer. D’autres, comme une date de fin, peuvent être tues.
proof-for-domain = La signature a été faite pour un seul destinataire : { $domain }.
cryptosuite-alias = Le type de signature est écrit d’une façon ancienne ou erronée : { $cryptosuite }.

hosted-confirmed = { $host } publie ce badge.
hosted-id-differs = { $host } publie un autre badge à l’adresse de ce badge.
no-hosted-address = Le badge n’est pas signé et ne nomme aucune adresse où le consulter.
file-differs = Le badge que vous avez donné diffère de celui que publie { $host }. C’est le badge publié qui compte.
read-over-tls = Une adresse du badge est sans chiffrement. Elle a été lue par une connexion chiffrée.
plain-http = Un document de { $host } a été lu sans chiffrement. D’autres ont pu le modifier en chemin.

## Il vient de l’émetteur qu’il nomme

key-bound = { $domain ->
    [none] L’identifiant de l’émetteur est cette clé elle-même. Aucun site ne répond de son nom.
   *[other] { $domain } publie cette clé.
}
key-not-listed = { $host ->
    [none] L’identifiant de l’émetteur est une autre clé. Le badge n’a pas été signé par l’émetteur qu’il nomme.
   *[other] { $host } ne publie pas cette clé. Le badge n’a pas été signé par l’émetteur qu’il nomme.
}
key-not-for-assertion = { $host } publie cette clé, mais pas pour remettre des badges.
test-badge = C’est un essai, fait pour être regardé. Personne n’en répond, et il ne montre rien sur qui que ce soit.
key-revoked = { $since ->
    [none] { $host } indique que cette clé ne compte plus.
   *[other] { $host } indique que cette clé ne compte plus depuis le { $since }.
}
key-retired = { $since ->
    [none] L’émetteur a remplacé cette clé depuis. Elle comptait quand le badge a été signé.
   *[other] L’émetteur a remplacé cette clé le { $since }. Elle comptait quand le badge a été signé.
}
controller-differs = La clé appartient à un autre que l’émetteur nommé par le badge.
document-of-another = { $host } décrit un autre que celui que nomme le badge.
within-issuers-scope = C’est sur { $host } que cet émetteur publie ses badges.
outside-issuers-scope = Le badge se trouve sur { $host }, où l’émetteur qu’il nomme ne publie pas de badges.
issuer-not-hosted = L’émetteur n’a pas d’adresse où lire son profil : rien ne montre donc de qui vient ce badge.
document-id-differs = Un document de { $host } se donne un autre nom : { $found }. C’est son adresse qui compte.
key-owner-missing = La clé ne dit pas à qui elle appartient. Le profil de l’émetteur la mentionne.
key-not-bound = Rien ne montre que cette clé est celle de l’émetteur.
unsupported-did-method = { $method ->
    [none] L’émetteur est nommé d’une façon que ce vérificateur ne suit pas.
   *[other] L’émetteur est nommé d’une façon que ce vérificateur ne suit pas : { $method }.
}
malformed-did = L’identifiant de l’émetteur n’est pas écrit correctement.

## Dates

within-validity = Valable jusqu’au { $valid_until }.
no-expiry = Il n’a pas de date de fin.
expired = Il a expiré le { $valid_until }.
not-yet-valid = Il n’est pas valable avant le { $valid_from }.
ends-before-start = Sa date de fin précède sa date de début.
claimed-start-differs = L’enveloppe signée compte à partir d’une autre date ({ $claimed }) que le badge qu’elle contient ({ $valid_from }).
claimed-end-differs = L’enveloppe signée compte jusqu’à une autre date ({ $claimed }) que le badge qu’elle contient ({ $valid_until }).

## Non retiré

status-not-declared = L’émetteur ne publie pas de liste de badges retirés.
not-revoked = Il ne figure pas dans la liste des badges retirés par l’émetteur.
still-hosted = { $host } le publie toujours et n’indique pas qu’il a été retiré.
revoked = { $reason ->
    [none] L’émetteur l’a retiré.
   *[other] L’émetteur l’a retiré : « { $reason } ».
}
no-withdrawal-list = Les listes de l’émetteur sur ce badge ont été lues. Aucune ne porte sur les badges retirés.
suspended = { $reason ->
    [none] L’émetteur l’a suspendu pour l’instant.
   *[other] L’émetteur l’a suspendu pour l’instant : « { $reason } ».
}
status-unreachable = { $reason ->
    [offline] La liste des badges retirés par l’émetteur n’a pas pu être lue : cet appareil est hors ligne.
    [timeout] La liste des badges retirés par l’émetteur n’a pas pu être lue : { $host } n’a pas répondu à temps.
    [cors-or-network] La liste des badges retirés par l’émetteur n’a pas pu être lue : { $host } n’a pas répondu, ou ne laisse pas les pages web la lire.
    [too-large] La liste des badges retirés par l’émetteur n’a pas pu être lue : elle est trop volumineuse.
    [refused] La liste des badges retirés par l’émetteur n’a pas pu être lue : { $host } n’a pas été contacté, car l’adresse a été refusée.
   *[other] { $status ->
        [none] La liste des badges retirés par l’émetteur n’a pas pu être lue.
       *[other] La liste des badges retirés par l’émetteur n’a pas pu être lue : { $host } a répondu par l’erreur { $status }.
    }
}
unsupported-status = L’émetteur utilise un type de liste de badges retirés que ce vérificateur ne sait pas encore lire.
malformed-status = Le badge ne dit pas correctement où son émetteur publie les badges retirés.
status-list-damaged = La liste des badges retirés par l’émetteur a été lue, mais n’a pas pu être comprise.
status-list-not-verified = La liste des badges retirés par l’émetteur n’est pas correctement signée.
status-list-not-confirmed = Rien ne montre qui a signé la liste des badges retirés.
status-list-not-bound = Rien ne montre que la liste des badges retirés est bien celle de l’émetteur.
status-list-of-other-kind = Le document lu n’est pas le type de liste que nomme le badge.
status-list-of-another = La liste lue dit appartenir à une autre adresse que celle que nomme le badge.
status-list-expired = La liste des badges retirés par l’émetteur est périmée.
status-list-too-short = La liste des badges retirés par l’émetteur est plus courte que la norme ne le demande.
status-index-out-of-range = La place de ce badge est au-delà de la fin de la liste des badges retirés par l’émetteur.
status-purpose-differs = La liste de l’émetteur a un autre but que celui qu’indique le badge.
status-of-another-issuer = La liste des badges retirés est signée par un autre que l’émetteur.
status-index-is-number = La place du badge dans la liste est écrite d’une façon inhabituelle. Elle a été lue quand même.
status-list-notation = La liste des badges retirés est écrite d’une façon inhabituelle. Elle a été lue quand même.
status-message = L’émetteur dit de ce badge : « { $message } ».
refresh-available = L’émetteur a une version plus récente de ce badge.

## L’image

image-not-signed = La signature ne couvre pas l’image : l’image ne prouve donc rien.
image-matches = { $of ->
    [address] L’image que publie { $host } est celle que l’émetteur a signée.
   *[other] C’est l’image que l’émetteur a signée.
}
image-differs = { $of ->
    [address] L’image que publie { $host } n’est pas celle que l’émetteur a signée.
   *[other] L’image n’est pas celle que l’émetteur a signée.
}
image-not-asked = L’émetteur a signé une image. Elle n’a pas été téléchargée pour être comparée, car son hébergeur l’apprendrait.
unsupported-digest = L’émetteur a signé l’image d’une façon que ce vérificateur ne sait pas comparer.

## Cette personne

recipient-not-asked = Aucun nom ni adresse à comparer n’a été donné.
recipient-matches = Il a été remis à la personne que vous avez nommée.
recipient-differs = Il n’a pas été remis à la personne que vous avez nommée.
recipient-not-named = Le badge ne dit pas à qui il a été remis d’une façon qui puisse être comparée.
matched-lower-case = Il correspond une fois l’adresse écrite en minuscules.

## Recommandations

no-endorsement = Le badge ne porte aucune recommandation.
endorsements-good = Toutes les recommandations sont bonnes. Leur nombre : { $count }.
endorsement-bad = Toutes les recommandations ne sont pas bonnes : { $bad } sur { $count } ne le sont pas. Le badge lui-même n’en dépend pas.
endorsement-not-confirmed = Nous n’avons pas pu finir de vérifier toutes les recommandations : { $unconfirmed } sur { $count } restent en suspens. Le badge lui-même n’en dépend pas.

## Registres d’émetteurs

trust-not-asked = Aucun registre d’émetteurs n’a été consulté.
issuer-listed = { $register ->
    [none] L’émetteur figure dans un registre consulté.
   *[other] L’émetteur figure dans le registre « { $register } ».
}
issuer-unknown = L’émetteur ne figure dans aucun des registres consultés. Cela ne dit rien contre lui.
