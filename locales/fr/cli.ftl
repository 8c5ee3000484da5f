### Ce que dit la ligne de commande autour des réponses de `checks.ftl`.

cli-badge-says = Ce que dit le badge
# Rien n’établit que le badge est authentique : ce qui suit n’est pas confirmé.
cli-badge-claims = Ce que dit le fichier, sans confirmation
cli-checks = Ce qui a été vérifié
cli-inside = Ce qu’il contient
cli-inside-endorsement = Recommandation
cli-inside-credential = Badge sans nom
cli-fetched = Ce qui a été lu pour cela

cli-badge = Badge
cli-description = Description
cli-criteria = Critères
cli-issuer = Émetteur
cli-recipient = Délivré à
cli-given = Délivré le
cli-valid-until = Valable jusqu’au

## Plusieurs badges

cli-tally = { $total ->
    [one] 1 entrée.
   *[other] { $total } entrées.
} Vérifiées : { $verified } ; non vérifiées : { $not_verified }{ $without_badge ->
    [0] {""}
   *[other] {" "}(dont sans badge : { $without_badge })
} ; sans confirmation : { $unconfirmed }

## Chaque étape de la vérification

cli-steps = Ce qui a été calculé
cli-steps-none = Aucune signature d’attestation vérifiable n’a été examinée.
cli-step-key = Clé
cli-step-origin = Trouvée dans
cli-step-origin-is = { $origin ->
    [did-key] son propre nom
    [did-jwk] son propre nom
    [name-fragment] son propre nom ; le document n’a pas été lu
    [document] { $url }
    [key-set] le jeu de clés { $url }
   *[token-header] le jeton lui-même
}
cli-step-key-kind = Type de clé
cli-step-multikey = Multikey
cli-step-jwk = JWK
cli-step-document = Document sous forme canonique
cli-step-options = Options de la preuve sous forme canonique
cli-step-context = Contexte
cli-step-statements = Énoncés (signés un à un)
cli-step-mandatory-hash = Empreinte des autres
cli-step-header = En-tête
cli-step-absent = absent
cli-step-bytes = Octets signés
cli-step-signature = Signature
cli-step-matches = { $matches ->
    [yes] correspond à la clé et aux octets
    [no] ne correspond pas
   *[none] n’a pas pu être comparée
}

## Ce que contient un fichier

cli-bytes = { $count } octets
cli-longer-than-file = plus long que le fichier
cli-token-header = en-tête (non vérifié)
cli-token-claims = mentions (non vérifiées)
