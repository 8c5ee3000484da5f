### Ce que dit la ligne de commande autour des réponses de `checks.ftl`.

cli-badge-says = Ce que dit le badge
# Rien n’établit que le badge est authentique : ce qui suit n’est pas confirmé.
cli-badge-claims = Ce que dit le fichier, sans confirmation
cli-checks = Ce qui a été vérifié
cli-fetched = Ce qui a été lu pour cela

cli-badge = Badge
cli-description = Description
cli-criteria = Critères
cli-issuer = Émetteur
cli-recipient = Délivré à
cli-given = Délivré le
cli-valid-until = Valable jusqu’au
