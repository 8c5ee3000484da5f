### As palavras da página de verificação e dos elementos, ao lado das de `checks.ftl`.

## A página

page-title = Verificar um crachá
page-lead = Alguém lhe enviou um crachá? Dê-o a esta página. É verificado aqui, no seu próprio navegador.
page-private = Nada do que largar aqui é enviado para lado nenhum.
page-private-how = Como?
page-private-explained = A verificação faz-se neste dispositivo. Dele só saem o endereço da chave da entidade emissora e, se houver, o da sua lista de crachás retirados. Cada endereço contactado está indicado em «O que foi verificado».
page-language = Língua

## Dar um crachá

drop-hint = Largue aqui o ficheiro: PNG, SVG, JSON ou JWT.
choose-file = Escolher um ficheiro
paste = Colar uma ligação ou um código
paste-label = A ligação para um crachá, ou o seu texto
paste-hint = Também pode premir Ctrl+V ou ⌘V em qualquer lugar desta página.
paste-check = Verificar
paste-empty = Cole primeiro a ligação ou o texto de um crachá.
several-files = Um ficheiro de cada vez, por favor. Só o primeiro foi verificado.
nothing-given = No que deu não havia ficheiro nem texto. Escolha um ficheiro, ou cole uma ligação.
checking = A verificar…
stopped = Parado. Nada se decidiu sobre este crachá.

## O resultado

given-by-domain = { $date ->
    [none] Dado por { $issuer } ({ $domain }).
   *[other] Dado em { $date } por { $issuer } ({ $domain }).
}
given-by-domain-only = { $date ->
    [none] Dado por { $domain }.
   *[other] Dado em { $date } por { $domain }.
}
given-by-host = { $date ->
    [none] Assinado por { $domain } para { $issuer } (nome dado pelo crachá).
   *[other] Dado em { $date }. Assinado por { $domain } para { $issuer } (nome dado pelo crachá).
}
given-by-name = { $date ->
    [none] Dado por { $issuer }. Esse nome é só o que o crachá diz.
   *[other] Dado em { $date } por { $issuer }. Esse nome é só o que o crachá diz.
}
given-by-nobody = { $date ->
    [none] O crachá não nomeia quem o deu.
   *[other] Dado em { $date }. O crachá não nomeia quem o deu.
}
signature-is-right = A assinatura está certa.

badge-unnamed = Crachá sem nome
badge-called = Crachá: { $name }
picture-of = Imagem do crachá { $name }
claims-issuer = Entidade emissora nomeada no crachá
claims-recipient = Dado a
claims-criteria = O que esta pessoa fez
claims-evidence = Provas
claims-results = Resultados
claims-skills = Competências
says-only = Isto é o que o ficheiro diz. Não está confirmado.

question-genuine = É autêntico?
question-good = Ainda é válido?
question-person = É desta pessoa?
person-named = O crachá nomeia { $name }. Se é a pessoa à sua frente, cabe-lhe a si comparar.
person-ask = Nenhum endereço nem nome foi comparado com o crachá.

record-holds = Neste processo
endorsement-of = { $what ->
    [badge] Recomendação do crachá
    [achievement] Recomendação do que foi alcançado
    [issuer] Recomendação da entidade emissora
   *[other] Recomendação
}
inside-claims = Diz que vem de { $issuer }. Isso não está confirmado.

what-was-checked = O que foi verificado
addresses = Endereços contactados
addresses-none = Nenhum endereço foi contactado.
address-read = lido
address-answered = respondeu com o erro { $status }
address-offline = não lido: este dispositivo está sem ligação
address-timeout = não lido: sem resposta a tempo
address-cors-or-network = não lido: sem resposta, ou não se deixa ler por páginas web
address-too-large = não lido: demasiado grande
address-refused = não contactado: o endereço foi recusado
checked-at = Verificado em { $date }.
technical = Pormenores técnicos
technical-id = Identificador do crachá
technical-issuer = Identificador da entidade emissora
technical-format = Ficheiro
technical-proof = Tipo de assinatura
technical-hash = SHA-256 do ficheiro
another = Verificar outro
try-again = Tentar de novo
check-yourself = Verifique por si

## Recusas

error-too-large = Este ficheiro é demasiado grande para ser um crachá. O limite é { $limit } MB.
error-unreadable-file = Não foi possível abrir este ficheiro. Escolha-o de novo.
error-link = { $reason ->
    [offline] Este dispositivo está sem ligação à rede, por isso não se pôde abrir a ligação. Descarregue o crachá e escolha o ficheiro.
    [timeout] { $host } não respondeu a tempo. Descarregue o crachá a partir da ligação e escolha o ficheiro.
    [cors-or-network] { $host } não respondeu, ou não deixa que páginas web leiam o crachá. Descarregue-o a partir da ligação e escolha o ficheiro.
    [too-large] O que { $host } enviou é demasiado grande para ser um crachá. Confira a ligação.
    [refused] Este endereço não se pode abrir a partir daqui. Use uma ligação que comece por https://.
   *[other] { $status ->
        [none] Não se pôde abrir a ligação. Confira-a, ou descarregue o crachá e escolha o ficheiro.
       *[other] { $host } respondeu com o erro { $status }. Confira a ligação, ou peça o ficheiro à pessoa.
    }
}
error-verifier = O verificador não conseguiu arrancar. Recarregue a página. Se não bastar, use uma versão atual de Firefox, Chrome, Edge ou Safari.

## O elemento na página de alguém

idle-click = Verificar este crachá
idle-none = Não verificado aqui
idle-waiting = Ainda não verificado
badge-says = O que o crachá diz
ask-issuer = Perguntar a { $host } se foi retirado
ask-issuer-hint = { $host } pode então ver que alguém olha para um dos seus crachás.
ask-relay = Perguntar de novo através de { $host }
ask-relay-hint = { $host } fica a saber que chave ou que lista ler, e nada do crachá.
badge-unread = { $reason ->
    [offline] Este dispositivo está sem ligação, por isso não se pôde ler o crachá.
    [timeout] { $host } não respondeu a tempo, por isso não se pôde ler o crachá.
    [cors-or-network] { $host } não respondeu, ou não deixa que páginas web leiam o crachá.
    [too-large] Este ficheiro é demasiado grande para ser um crachá.
    [refused] O endereço deste crachá foi recusado.
    [unreadable] Não foi possível abrir este ficheiro.
   *[other] { $status ->
        [none] Não se pôde ler o crachá.
       *[other] { $host } respondeu com o erro { $status } em vez do crachá.
    }
}
address-given = dado por esta página
address-relayed = lido pelo intermediário desta página

## Vários crachás na página de alguém

list-label = Crachás
list-total = { $count ->
    [one] Um crachá.
   *[other] { $count } crachás.
}
list-genuine = { $count ->
    [one] Um é autêntico e ainda válido.
   *[other] { $count } são autênticos e ainda válidos.
}
list-caution = { $count ->
    [one] Um é autêntico, mas leia primeiro o que diz.
   *[other] { $count } são autênticos, mas leia primeiro o que dizem.
}
list-invalid = { $count ->
    [one] Um não é válido.
   *[other] { $count } não são válidos.
}
list-unchecked = { $count ->
    [one] De um, não conseguimos acabar a verificação.
   *[other] De { $count }, não conseguimos acabar a verificação.
}
list-none = { $count ->
    [one] Um ficheiro não contém nenhum crachá.
   *[other] { $count } ficheiros não contêm nenhum crachá.
}
list-waiting = { $count ->
    [one] Um ainda não foi verificado.
   *[other] { $count } ainda não foram verificados.
}
list-check = Verificar estes crachás

## Vários ficheiros, a ligação de outra pessoa ou um código

drop-hint-several = Largue aqui o ficheiro: PNG, SVG, JSON ou JWT. Também pode dar vários ficheiros ou uma pasta inteira.
choose-folder = Escolher uma pasta inteira
scan = Ler um código QR
close = Fechar
scan-title = Ponha o código QR diante da câmara
scan-hint = A imagem fica neste dispositivo.
scan-picture = O que a câmara vê
offer-title = Uma ligação quer abrir um crachá
offer-explained = Para o verificar, o seu navegador tem de pedir o crachá a { $host }. { $host } pode então ver que alguém no seu endereço de internet olha para ele. Ainda nada foi pedido.
offer-open = Pedir a { $host } e verificar
offer-decline = Não o abrir

error-camera = Não há nenhuma câmara que esta página possa usar. Permita-a nas definições do navegador, ou cole a ligação.
error-too-many-files = São mais de { $limit } ficheiros. Dê-os em partes mais pequenas.
error-copy = O navegador não permitiu copiar. Copie antes a ligação do próprio crachá.

## Uma pessoa

person-label = O seu e-mail ou nome
person-hint = Pode saltar isto. O que escrever fica neste dispositivo.
person-compare = Comparar
person-empty = Escreva o endereço ou o nome que lhe deram.
person-matched-as-typed = Coincide exatamente como o escreveu.
person-print = Nomeá-la no resultado impresso e guardado

## A imagem

picture-compare = Comparar com a imagem da entidade emissora
picture-compare-hint = Isto pede a imagem a { $host }. { $host } pode então ver que alguém olha para este crachá.
picture-show = Ver a imagem da entidade emissora
picture-at-issuer = Esta imagem está agora em { $host }. A assinatura não a abrange: compare as duas por si.
picture-of-issuer = A imagem que { $host } mostra para este crachá
picture-not-read = Não se pôde ler a imagem em { $host }.

## Um dia sem rede

kept-key-fits = Pela chave que esta página leu em { $date }, a assinatura está certa. Não se verificou se essa chave ainda conta.
kept-key-differs = Pela chave que esta página leu em { $date }, o conteúdo foi alterado depois de assinado. Não se verificou se essa chave ainda conta.

## O que se pediu a um endereço

address-line = { $what }: { $outcome }
address-for-badge = O crachá
address-for-key = A chave da entidade emissora
address-for-status = A lista de crachás retirados
address-for-hosted = O que a entidade emissora publica sobre o crachá
address-for-refresh = Uma versão mais nova do crachá
address-for-image = A imagem
address-for-register = Um registo de entidades emissoras que esta página usa

## Guardar um resultado

print = Imprimir este resultado
save = Guardar como texto
copy-link = Copiar uma ligação para esta página
copied = A ligação foi copiada.
record-line = { $label }: { $value }
record-result = Resultado
record-time = Verificado em
record-file = Ficheiro
record-verifier = Verificado com
record-compared = Comparado com: { $name }
record-at-that-time = Esta foi a resposta no momento indicado. Verifique o crachá de novo para a resposta de hoje.

## Vários ficheiros

batch-checking = A verificar { $total } ficheiros: { $done } feitos
batch-checked = { $total } ficheiros verificados
batch-stopped = Parado: { $done } de { $total } ficheiros verificados
batch-file = Ficheiro
batch-result = Resultado
batch-details = Pormenores
batch-show = Ver
batch-show-file = Ver { $file }
batch-waiting = Não verificado
batch-save = Guardar como tabela (CSV)
batch-back = Voltar à lista
stop = Parar
batch-count-genuine = Autênticos e ainda válidos: { $count }
batch-count-caution = Autênticos, mas leia isto primeiro: { $count }
batch-count-invalid = Não válidos: { $count }
batch-count-unchecked = Verificação por acabar: { $count }
batch-count-none = Sem crachá no ficheiro: { $count }
csv-file = Ficheiro
csv-result = Resultado
csv-why = Porquê
csv-badge = Crachá
csv-issuer = Entidade emissora nomeada no crachá
csv-domain = Domínio que a chave prova
csv-given = Dado em
csv-id = Identificador do crachá
csv-hash = SHA-256 do ficheiro
csv-time = Verificado em (hora universal)
csv-state = Estado
