# サイトの日本語の言葉。キーはどの言語でも同じ。
# 書類と共通の言葉は、書類の言葉のほうにある。

### Frame

skip = 本文へ移動
wordmark = オープンな二国間クレジット制度の記録
navigation = ページ
nav-notices = お知らせ
nav-statistics = 統計
nav-open-data = オープンデータ
nav-search = 検索
nav-about = サイト案内
about-title = このサイトについて
footer-what = OpenJCMは、日本とパートナー国の間の二国間クレジット制度（JCM）のためのオープンソースソフトウェアです。
footer-not-official = いずれの政府のサイトでもありません。公表された事実は出典を付して引用しています。
footer-about = 公表値と再構成値の区別、及びライセンス
banner-words = 合同委員会の決定ではありません。数値は公表値でもプロジェクトのデータでもありません。
legend = 数値の根拠の表示
source = 出典：

### First page

home-title = 検針値からクレジットまで
home-headline = 検針値からクレジットまで、すべての段階を公開
home-what = 二国間クレジット制度（JCM）の公開記録です。どの数値にもその根拠を示し、どのクレジットからも、もとの検針値に向かって道筋をたどることができます。
five-title = 五つの量
five-never-added = 五つの量はそれぞれ別のものを数えるため、並べて示し、合算しません。
five-expected = 見込量
five-verified = 検証量
five-notified = 通知量
five-issued = 発行量
five-used = 使用量
five-means-expected = プロジェクトが見込む排出削減量。
five-means-verified = 第三者機関が検証した排出削減量。
five-means-notified = 合同委員会が双方に通知したクレジットの量。
five-means-issued = 双方がそれぞれの登録簿で発行したクレジットの量。
five-means-used = 目標のために無効化されたクレジットの量。
pre-2021-title = 2021年より前のビンテージ：ITMOではありません
pre-2021-part = 通知量のうち2021年より前のビンテージ
towards-ndc = 日本のNDCへの算入量
pre-2021-why = このようなクレジットは発行済みとして扱いますが、2021年から2030年までの国が決定する貢献（NDC）への算入は0です（決定2/CMA.3附属書第1項(e)）。
latest-notice = 最新のお知らせ
latest-title = 日本・{ $host }　{ $ordinal }クレジット発行の決定
all-notices = お知らせの一覧
no-notices = 公開記録には、まだ決定がありません。
way-title = 1トンのたどる道
way-words = 手続は一方向に進みます。訂正は記録の書き換えではなく新たな手続として行うため、どのクレジットからも同じ道筋を検針値までさかのぼれます。
corridor-title = 検針値から国が決定する貢献（NDC）まで、1トンのたどる道
station-readings = 検針値
station-period-quantities = 期間集計量
station-reductions = 排出削減量
station-reports = 報告と確認
station-decision = 合同委員会の決定
station-notified = 通知
station-issued = 発行
station-transferred = 移転
station-retired = 無効化・取消し
station-counted = NDCと第6条
station-note-readings = メーターのとおり
station-note-period-quantities = 暦年ごと
station-note-reductions = 方法論による
station-note-reports = 第三者機関による
station-note-decision = 双方による
station-note-notified = 双方へ
station-note-issued = それぞれの登録簿で
station-note-transferred = 一つの登録簿の中で
station-note-retired = それぞれ専用の口座へ
station-note-counted = 使用のときに算入
rehearsal-box-title = 公開記録とは別の、リハーサル
rehearsal-box-words = 公表された決定のもとになった検針値は公開されていません。道筋を端から端までたどれるように、リハーサル用に選んだ検針値で同じ案件を再現しました。リハーサルは、統計にも、検索にも、オープンデータにも含まれません。
rehearsal-link-own = 日本・{ $host }　{ $day }の決定のリハーサル（{ $rehearsal }）
rehearsal-link = 日本・{ $host }　{ $day }の決定のリハーサル

### Notices

notices-title = クレジットの決定のお知らせ
notices-words = 各合同委員会の決定を、公表されたとおりに示します。
committee = 合同委員会
committee-of = 日本・{ $host }
projects = プロジェクト
papers-title = このお知らせのファイル
paper-en-pdf = PDF（英語）
paper-ja-pdf = PDF（日本語）
paper-en-txt = テキスト（英語）
paper-ja-txt = テキスト（日本語）
paper-json = データ（JSON）
sides-title = 双方への通知
sides-words = 合同委員会は双方に通知し、双方はそれぞれの登録簿で自らの分を発行します。発行日はそれぞれ異なります。一つのクレジットは一つの登録簿だけに存在します。

### The walk back

walk-title = { $heading }からさかのぼる
walk-words = 新しいものから順に示します。各段階にはその記録を、各値にはその根拠を示します。
back-to-notice = お知らせへ
walk-empty = この先の記録は、まだありません。
journal-record = ジャーナルの記録
rows = { $count }行

### Rehearsals

rehearsal-title = 決定のリハーサル：日本・{ $host }
pairs-title = 公表値とリハーサルの比較
comparison-disagrees = リハーサルは、公表された数値のすべてを再現してはいません。
to-published-notice = 公表された決定のお知らせ
to-rehearsed-notice = リハーサルのお知らせ
blocks-title = クレジットのブロック
blocks-words = 各ブロックから、もとの検針値まで一段階ずつさかのぼれます。
no-blocks = このリハーサルでは、まだクレジットが発行されていません。

### Readings

reading-kind = 不明確な規定の解釈
reading-text = 分かっていること
reading-question = 不明確な点
reading-ours = 本システムの解釈
reading-status = 同意者
reading-is-no-rule = 解釈とは、文書が定めていない点を本システムがどう理解しているかを示すものです。制度の規則ではなく、誰も拘束しません。
reading-link = 解釈の全文

### Statistics

statistics-words = 公表された事実だけを示します。公表されていないものはその旨を示し、どの合計にも含めません。
counts-title = 記録の件数
count-decisions = クレジットの決定
count-projects = 対象のプロジェクト
count-partners = パートナー国
decisions-title = 決定
to-open-data = 同じ内容のオープンデータ

### Search

search-label = プロジェクトと決定を検索
search-example = BD002、冷凍機、バングラデシュ
search-button = 検索
search-of = 検索：{ $text }
search-found = 「{ $text }」の検索結果：{ $count }件
search-hint = プロジェクト番号、名称の一部、又は国名で検索できます。
hit-project = プロジェクト
hit-decision = 決定
hit-decision-title = 日本・{ $host }　{ $day }

### Open data

open-data-words = 公開記録の決定を、プロジェクトと決定ごとに1行で収めています。各数量の隣の列に、その根拠を示します。
open-data-csv = 表計算ソフト用、UTF-8
open-data-json = プログラム用
open-data-columns = 列
open-data-columns-words = CSVではこの順に並び、JSONでも同じ名前です。
open-data-reading = 読み方
open-data-blank = 空欄は、公表されていないことを示します。ゼロではありません。
open-data-never-add = 見込量、検証量、通知量、発行量、使用量は別のものであり、合算できません。
open-data-rehearsals = リハーサルは含まれていません。
open-data-formula = CSVでは、表計算ソフトが数式とみなしうる文字列の先頭にアポストロフィを付けています。

### About

honest-title = 何を、なぜ信じてよいか
honest-published = 公表値は、省庁、合同委員会又は制度のサイトが公表したとおりのもので、それぞれに出典を付しています。
honest-undisclosed = 存在するが公表されていないものは「非公表」と示します。ゼロとして示すことはなく、どの残高にも合計にも含めません。
honest-reconstructed = 再構成値は、規則に従えば公表された合計になるように私たちが選んだ数値です。プロジェクトのデータではありません。
honest-rehearsal = 再構成値はリハーサルの中だけに置きます。リハーサルのページと書類には、すべて帯と透かしを付けています。
honest-never-added = 見込量、検証量、通知量、発行量、使用量は五つの別の量です。並べて示し、合算しません。
honest-editions = 制度の規則、値、文書のうち未確認のものは、使う箇所でその旨を示します。
bases-title = 数値の根拠
bases-words = 確かなものから順に並べています。他の数値から算出した数値の確かさは、その中で最も弱いものと同じです。
meaning = 意味
licence-title = ライセンス
licence-code = ソフトウェアはApache License 2.0によるオープンソースです。
licence-data = 他者が公表した事実は出典を付して引用しており、その利用は出典の条件に従います。ファイルの構成は私たちのもので、Apache License 2.0によります。
licence-design = 色、文字、余白の値は、デジタル庁のデザイントークン（MIT）によります。フォントはそれぞれのオープンライセンスによります。
licence-official = ここに掲載するものは、いずれも政府の文書ではありません。

### Refusals

to-home = トップページへ
refusal-400 = リクエストを解釈できません
refusal-words-400 = URL又は検索条件の一部が正しくありません。
refusal-403 = 許可されていません
refusal-words-403 = この操作は許可されていないか、現在行えません。
refusal-404 = ページが見つかりません
refusal-words-404 = URLが誤っているか、お探しのものが公開記録にありません。
refusal-405 = このURLは閲覧専用です
refusal-words-405 = 何も変更されていません。
refusal-409 = 規則により認められません
refusal-words-409 = 何も変更されていません。理由は次のとおりです。
refusal-422 = リクエストを解釈できません
refusal-words-422 = URL又は検索条件の一部が正しくありません。
refusal-500 = こちら側で問題が起きました
refusal-words-500 = 記録しました。途中で終わった処理はありません。
refusal-503 = 登録簿は現在利用できません
refusal-words-503 = 失われたものはありません。数分後にもう一度お試しください。
