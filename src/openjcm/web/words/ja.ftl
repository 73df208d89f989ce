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
footer-made-from = { $day }時点。記録の状態：
instant = { $day } { $time }（日本時間）
cite-title = このページの引用
cite-words = OpenJCM「{ $title }」、{ $day }時点、記録の状態{ $state }。
cite-stands = { $day }時点、記録の状態{ $state }
cite-note = このアドレスは日付と記録の状態を示します。その後に記録が変わった場合は、その旨を示したうえで、閲覧時点の記録を表示します。
cited-changed-title = 引用の後、記録が変わっています
cited-changed = 引用時：{ $day }時点、状態{ $state }。現在：{ $today }時点、状態{ $now }。このページは現在の記録を示しています。公表された事実のいずれの版も記録に残り、各事実のページから読むことができます。
cited-unchanged = 記録は引用時から変わっていません（{ $day }時点、状態{ $state }）。
footer-what = OpenJCMは、日本とパートナー国の間の二国間クレジット制度（JCM）のためのオープンソースソフトウェアです。
footer-not-official = いずれの政府のサイトでもありません。公表された事実は出典を付して引用しています。
footer-for-programs = プログラムからの利用：
api-title = プログラムからの利用
api-words = 各ページと同じ内容を、JSON形式で取得できます。登録は不要で、ブラウザー上の他のサイトのページからも利用できます。コマンド「openjcm」でも同じ内容を表示できます。
api-start = すべてのアドレスとその内容
api-description = 仕様の記述（OpenAPI 3.1）
footer-about = 公表値と再構成値の区別、及びライセンス
banner-words = 合同委員会の決定ではありません。数値は公表値でもプロジェクトのデータでもありません。
legend = 数値の根拠の表示
source = 出典：

scrolls-sideways = 画面の幅を超えています。横に動かすと全体を見られます。→

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
expected-as-printed = 制度全体の{ $year }年までの見込み（概数、{ $day }時点の公表値）。
expected-of-projects = 支援対象{ $count }件のプロジェクトによるもの。
why-printed = 出典と時点
used-not-printed = NDCのための無効化は公表されていません。
vintages-add-up = ビンテージ別の3つの量（2021年より前、2021年以降、不明）の合計は、通知量です。
pre-2021-title = 2021年より前のビンテージ：ITMOではありません
pre-2021-part = 通知量のうち2021年より前のビンテージ
since-2021-part = 通知量のうち2021年以降のビンテージ
vintage-unknown-part = 通知量のうちビンテージ不明（期間からも日付からも判断できない、又は一部のみ2021年より前）
towards-ndc = うち日本のNDCへの算入量
vintages-by-day = モニタリング期間が公表されていないものは、決定、発表又は発行の日までに期間が終わっていることから判断しています。
pre-2021-why = このようなクレジットは発行済みとして扱いますが、2021年から2030年までの国が決定する貢献（NDC）への算入は0です（決定2/CMA.3附属書第1項(e)）。
latest-decisions = 最新の決定
all-decisions = 決定の一覧
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
reading-ours = 当システムの解釈
reading-status = 同意者
reading-is-no-rule = 解釈とは、文書が定めていない点を当システムがどう理解しているかを示すものです。制度の規則ではなく、誰も拘束しません。
reading-link = 解釈の全文

### Statistics

statistics-words = 公表された事実だけを示します。公表されていないものはその旨を示し、どの合計にも含めません。
counts-title = 記録の件数
count-decisions = クレジットの決定
count-projects = 公表一覧のプロジェクト
count-partners = パートナー国
decisions-title = 決定
to-open-data = 同じ内容のオープンデータ

### Search

search-label = プロジェクトと決定を検索
search-example = BD002、冷凍機、バングラデシュ
search-button = 検索
search-of = 検索：{ $text }
search-found = 「{ $text }」の検索結果：{ $count }件
search-pages = このサイトのページ：
search-titles = 名称の多くは英語のみで公表されています。技術、国名、日付は日本語でも検索できます。
search-hint = プロジェクト番号、名称の一部、又は国名で検索できます。
hit-project = プロジェクト
hit-decision = 決定
hit-decision-title = 日本・{ $host }　{ $day }

### Open data

open-data-words = 公開記録のすべての表を、CSV、JSON及びParquetで提供します。各行に出典と記録を示し、各数量の隣の列にその根拠を示します。
open-data-all = 一括ダウンロード
open-data-tables = 表の一覧
open-data-bytes = { $count }バイト
open-data-checksums-of = { $table }のチェックサム（SHA-256）
open-data-columns-of = { $table }の列
open-data-licences-of = { $table }の出典の利用条件
open-data-column = 列
open-data-type = 型と単位
open-data-blanks = 空欄
open-data-means = 説明
open-data-never-blank = なし
open-data-may-be-blank = あり得る
open-data-type-string = 文字列
open-data-type-integer = 整数
open-data-type-date = 日付
open-data-type-datetime = 時刻（協定世界時）
open-data-type-boolean = true又はfalse
open-data-reading = 読み方
open-data-blank = 空欄は、公表されていないことを示します。ゼロではありません。
open-data-basis = 名前が_basisで終わる列は、その左の量の根拠を示します：published（公表）、derived（算出）又はundisclosed（公表なし）。
open-data-never-add = 見込量、検証量、通知量、発行量、使用量は別のものであり、合算できません。
open-data-lists = 1つの欄に複数の値がある場合は、セミコロンで区切っています。
open-data-rehearsals = リハーサルは含まれていません。
open-data-formula = CSVでは、表計算ソフトが数式とみなしうる文字列の先頭にアポストロフィを付けています。文字コードはUTF-8（BOM付き）、改行はRFC 4180によります。
open-data-check = datapackage.jsonは、すべてのファイル、列及び利用条件をプログラム向けに記述したものです（Frictionless Data Package）。SHA256SUMSはsha256sum --checkで照合できます。

### Feed of decisions

feed-title = OpenJCM：クレジットに関する決定
feed-subtitle = 公表された範囲の、合同委員会によるクレジットに関する決定です。各数量にその根拠を示します。
feed-entry = 日本・{ $host }：決定 { $decision }
feed-no-day = 日付は公表されていません
feed-day-decided = 決定日：{ $day }
feed-day-announced = 発表日：{ $day }
feed-day-issued = 発行日：{ $day }
feed-projects = プロジェクト：{ $projects }
feed-figure = { $measure }：{ $amount }（{ $basis }）
feed-blank = { $measure }：公表なし
feed-sources = 出典：{ $sources }
feed-link = クレジットに関する決定のフィード（Atom）

### About

honest-title = 何を、なぜ信じてよいか
honest-published = 公表値は、出典に示されたとおりの値です。出典は省庁、合同委員会又は制度のサイトで、これらで確認できない場合は、第三者による写し又は二次資料によることとし、その旨を付しています。
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

### The public record: what several pages say

day-heading = 日付
year = 年
all = すべて
yes = あり
no = なし
today = 本日
order = 並び順
filters = 絞り込み
filters-apply = 表示
filters-clear = 条件を解除
words-to-find = キーワード
pager = ページ
pager-first = 最初のページ
pager-next = 次のページ
nav-partners = パートナー国
nav-projects = プロジェクト
nav-decisions = 決定
nav-methodologies = 方法論
nav-goals = 目標
inferred = 推定
day-is-announced = 発表日
day-is-issued = 発行日
day-not-known = 日付は非公表
issued-by-japan = 日本側の発行量
issued-by-host = 相手国側の発行量
acquired = 取得量
known-confirmed = 確認済み
known-background = 未確認
known-observed = 公表資料から推定
known-unknown = 不明
known-ours = 当システムの定め
provenance-title = この情報の出典
provenance-record = 本記録での登載とこれまでの版：
source-state = { $day }時点
decisions-without-goj = ほかにこの数量が非公表の決定{ $count }件
decisions-without-issuance = 発行の全部又は一部が非公表の決定{ $count }件

### Partner countries

partners-title = パートナー国
partners-on = { $day }時点のパートナー国：{ $count }か国
partners-words = 同日までに日本と二国間文書に署名した国です。
partners-shortcuts = 日付の例：
partners-shortcut-first = 2022年3月31日（バングラデシュの最初のお知らせの日）
partners-none = この日までに署名した国はありません。
partners-counts-are-todays = プロジェクト数と決定数は、選んだ日にかかわらず、現在の記録によります。
partner-country = パートナー国
as-of-day = 基準日
signing-order = 署名順
signed-on = 署名日
registered = 登録済み
legal-time = 標準時
order-signing = 署名順
order-kana = 五十音順
projects-of-which-registered = { $count }件（うち登録済み{ $registered }件）
all-projects-of = 全{ $count }件のプロジェクト
no-decisions-here = この国とのクレジットの決定は公表されていません。
no-projects-here = この国のプロジェクトは公表された表にありません。
no-methodologies-here = 方法論は確認されていません。

### Projects

projects-words = 公表されたプロジェクトの一覧と、各プロジェクトのクレジットに関する決定です。
projects-in = { $host }のプロジェクト
projects-found = { $count }件
projects-where = プロジェクトの所在国
projects-charts = 国別・状態別・登録年別のプロジェクト数
projects-none = 該当するプロジェクトはありません。条件を減らすか、別のキーワードをお試しください。
project-number = 番号
project-title = 名称
status = 状態
status-registered = 登録済み
status-validation = 妥当性確認中
status-registration-request-withdrawn = 登録申請取下げ
status-unknown = 非公表
registered-on = 登録日
registered-in = 登録年
not-registered = 未登録
methodology = 方法論
methodology-text = 本文：
credits-decided = クレジットの決定
order-number = 番号順
order-title = 名称順
order-registered = 登録の新しい順
participants-of = { $host }側の参加者
participants-of-japan = 日本側の参加者
expected-per-year = 年間見込量
timeline-title = 経過
timeline-empty = 日付のある事項はまだ公表されていません。
moment-registered = 登録
moment-monitoring = モニタリング期間
moment-decided = クレジットの決定
moment-announced = 決定の発表
moment-issued = クレジットの発行
moment-issued-by = { $side }による発行
to-decision = 決定の詳細
before-registration = 登録前に開始（認められています）
decisions-on-credits = クレジットに関する決定
no-decisions-on-project = このプロジェクトのクレジットに関する決定は公表されていません。
one-amount-with = 次と合わせた数量：
financing-programme = 支援事業

### Decisions

decisions-words = 合同委員会によるクレジットの決定を、公表された範囲で、新しいものから順に示します。各列は別々の量であり、合算しません。
decisions-found = { $count }件
decisions-none = 該当する決定はありません。条件を減らしてください。
decisions-of = 日本・{ $host }の決定
decision-of = 日本・{ $host }の決定（{ $name }）
decision-title-decided = 日本・{ $host }：{ $day }のクレジットの決定
decision-title-announced = 日本・{ $host }：クレジットの決定（{ $day }発表）
decision-title-issued = 日本・{ $host }：{ $day }のクレジットの発行
decision-title-undated = 日本・{ $host }：クレジットの決定（日付は非公表）
manner = 決定の方法
manner-meeting = 会合
manner-electronic = 電子的な決定
manner-decision = 合同委員会の決定
lines-title = プロジェクト別
another-source = 別の出典の数値：
no-notice-without-decided-day = この決定のお知らせはありません。お知らせには合同委員会の決定日を記しますが、その日が公表されていないためです。
notices-only-decided = 公表又は発行のみが知られ、決定日が公表されていない決定には、お知らせがありません。それらは決定の一覧に示します。
to-notice-form = 省庁のお知らせの形式で見る（ページとPDF）

### Methodologies

methodologies-title = 方法論
methodologies-words = 承認済み及び提案中の方法論を、公表された範囲で示します。名称と算定式の根拠をそれぞれ明記しています。採択された文書に代わるものではありません。
methodologies-found = { $count }件
methodologies-of = { $host }の方法論
methodology-number = 番号
methodology-title = 名称
methodology-status-approved = 承認済み
methodology-status-proposed = 提案中
proposed = 提案中
title-not-official = 正式名称ではありません
title-rests-on = 名称の根拠
formula-rests-on = 算定式の根拠
scope = 分野（セクトラルスコープ）
technology = 技術
versions = 版
version = 版
approved-on = 承認日
versions-not-known = 版は確認されていません。
proposed-numbers = 提案番号
proponent = 提案者
public-inputs = パブリックコメント期間
projects-using-it = 使用するプロジェクト
no-projects-use-it = 公表された表に、この方法論を使用するプロジェクトはありません。
title-basis-official_page = 公式ページ
title-basis-official_methodology_list = 公式の方法論一覧
title-basis-jc_decision_list = 合同委員会の決定一覧
title-basis-methodology_text = 方法論の本文
title-basis-proposed_form = 提案方法論
title-basis-additional_information_document = 追加情報の文書
title-basis-proponent_page = 提案者のページ
title-basis-programme_page = 支援事業のページ
title-basis-working_title_from_project = 使用するプロジェクトから当システムが付けた仮の名称
title-basis-to_be_confirmed = 他国の類似の方法論による（未確認）
evidence-official_summary = 公式の概要
evidence-methodology_text_opening = 方法論の本文の冒頭
evidence-proposed_form_opening = 提案様式の冒頭
evidence-pdd_summary = プロジェクト設計書
evidence-monitoring_report_sheet = モニタリング報告シート
evidence-additional_information = 追加情報
evidence-title_plus_study = 名称と調査報告
evidence-family_analogue = 他国の類似の方法論（本文ではありません）
evidence-title_only = 名称のみ
evidence-adopted_document = 採択された文書（二名が照合）
confidence-stated = 資料が全ての要素を示している
confidence-derived = 一部は当システムの推定、又は類似の方法論による
known-of-it = 算定式について確認されていること
reference-emissions = リファレンス排出量
project-emissions = プロジェクト排出量
parameter = パラメータ
unit = 単位
parameter-meaning = 意味
parameter-role = 区分
parameter-basis = 根拠
expected-from = 値の出所（予定）
per-set = { $set }ごと
no-value-here = この一覧は値を持ちません。資料に示されていない値は、入力が必要です。
templates-title = 非公式の代用様式
templates-words = 方法論の類型ごとに一つ、当システムの識別子を付けて示します。方法論の算定式を示す資料がない場合に代わりに用いるもので、制度の文書ではありません。これによって作成したものも同じです。
template-identifier = 識別子
template-says = 対象
templates-link = 類型ごとの非公式の代用様式

### One fact

fact-title = { $kind }　{ $name }
fact-kind-partner = パートナー国
fact-kind-project = プロジェクト
fact-kind-methodology = 方法論
fact-kind-issuance-decision = クレジットの決定
fact-kind-progress = 制度全体の進捗
fact-kind-goal = 政策目標
fact-words = 公表された内容を、記録に登載したとおり項目ごとに示します。新しい版が古い版に代わり、いずれの版も保存されます。
fact-standing = 現在の版です。
fact-superseded = { $day }に新しい版に代わりました。
fact-recorded = 登載：{ $at }
fact-of-day = 事実の日付
fact-field = 項目
fact-value = 内容
fact-cite = 引用の際の表記
fact-version-of = 第{ $number }版（全{ $count }版）

### Totals and where they come from

by-decision-year = 決定の年別
by-country = パートナー国別
totals-reading = 各列は別々の量です。数量が非公表の決定は、合計に含めず件数を添えます。一部のみ公表の決定は、公表された部分を合計に含めます。各合計から、その内訳をたどれます。
gaps = ほか非公表{ $count }件
why = 内訳
summed-notified = 通知量（全決定の合計）
summed-goj = 日本政府の獲得予定量（全決定の合計）
summed-issued-japan = 日本側の発行量（全決定の合計）
summed-issued-goj = 日本側の発行量のうち日本政府分（全決定の合計）
summed-issued-others = 日本側の発行量のうち政府以外分（全決定の合計）
figure-until = { $day }まで
summed-issued-host = 相手国側の発行量（全決定の合計）
state-of-the-record = 記録の状態
state-words = 記録{ $count }件、最終は{ $at }
addends-title = この合計の内訳
sources-several = 複数（決定を参照）
addends-none = 公表された数量はありません。
gaps-title = この合計に含まれないもの
gaps-words = この数量が公表されていない決定です。
gaps-words-by-vintage = このビンテージである可能性があり、数量、又はそのビンテージが公表されていない決定です。
parts-title = 一部のみがこの合計に含まれるもの
parts-words = この数量の一部のみが公表されている決定です。公表された部分は合計に含み、公表されていない部分は含みません。
summed-notified-pre-2021 = 通知量のうち2021年より前のビンテージ（合計）
summed-notified-since-2021 = 通知量のうち2021年以降のビンテージ（合計）
chart-origin = この数値の出典
to-decision-figures = 数値の出典：各数値の出典を示す決定のページ
amount = 数量
source-heading = 出典
search-more = 最初の{ $count }件を表示しています。キーワードを追加すると絞り込めます。
hit-partner = パートナー国
hit-methodology = 方法論
hit-decision-of = 日本・{ $host }：{ $day }の決定

### Goals

goals-title = 目標
goals-on = { $day }時点の目標
goals-words = 目標は、官民あわせて確保する累積の排出削減・吸収量です。公表された見込量とだけ比較し、クレジットの量とは比較しません。
goal-by = { $year }年度まで
goal-since = { $day }から。
goals-none = この日に有効な目標はありません。
progress-title = 公表された進捗
progress-words = 制度全体について各時点で公表された数値です。本記録から算出したものではなく、本記録と合算しません。
progress-state = 時点
progress-what = 内容
progress-expected = 支援プロジェクトの見込削減量
progress-issued = クレジットの発行量
progress-supported-projects = 支援プロジェクト
progress-cases = （発行{ $count }件）
progress-projects-at-least = （{ $count }件以上）
issued-to-goj-part = 日本による発行量のうち日本政府へのもの
issued-to-others-part = 日本による発行量のうちその他へのもの
issued-open-part = 日本による発行量のうち発行先が非公表のもの
of-vintages = ビンテージ
progress-by = （{ $year }年まで）
progress-projects = （{ $count }件）
progress-partners = （{ $count }か国）
progress-none = この日までに公表された数値はありません。
about-mark = 約

### Allocation workbench

workbench-title = 配分の検証
all-benches = 検証したすべての割合
workbench-words = 配分の端数処理の規則は公表されていません。公表されたすべての配分を、考えられる規則（割合、対象、端数処理）と照合します。
verdict-explained = 説明できる
verdict-contradicted = 矛盾する
verdict-open = 判断できない
verdict-sign-explained = ○
verdict-sign-contradicted = ×
verdict-sign-open = ?
verdict-means-explained = その規則で公表値になるか、期間に含まれる暦年によって公表値になり得ます。
verdict-means-contradicted = その規則では公表値になりません。
verdict-means-open = 公表されていない暦年の数、又はプロジェクトごとの量によります。
workbench-several = 割合、算定の対象及び端数処理は、プロジェクトごとの取決めによります。複数のプロジェクトの量がまとめて公表され、それぞれの量が公表されていない場合は、あり得るすべての分け方について規則を当てはめ、取り得る値の範囲を示します。
amounts-unmarked = 印のない数値の根拠：
bench-goj = 日本政府の割合を{ $share }とした場合
bench-host = 相手国の割合を{ $share }とした場合
bench-holder = その他の公表された受領者の割合を{ $share }とした場合
rival-row = 別の出典（集計外）
bench-source = この割合の出典：
years-touched = 暦年数
share = 配分
base-total = プロジェクトの合計に対して
base-vintage = 暦年ごと
rounding-down = 切捨て
rounding-nearest = 四捨五入
rounding-up = 切上げ
rounding-majority = 過半数の最小値
years-at-least = { $count }年以上
score = 説明できる／矛盾する／判断できない

### 出典の一覧

sources-title = 出典の一覧
sources-words = この記録の数値と事実がどこで公表されたかを示します。事実を出典とともに引用し、出典の文章は転載していません。
sources-found = 出典{ $count }件
sources-of-official = 公式の出典（{ $count }件）
sources-of-copy = 公式の表の写し（{ $count }件）
sources-of-secondary = 二次資料（{ $count }件）
sources-means-official = 政府、合同委員会、JCM公式サイト、又は事業の執行団体のページです。
sources-means-copy = 第三者が作成した公式の表の写しです。写しとして引用しています。
sources-means-secondary = 報道、研究、転載です。これらを出典とする数値には、その旨を付しています。
sources-facts = 事実{ $count }件
sources-as-data = 同じ一覧のデータ
to-sources = 出典の一覧（種別つき）

### Fields of a fact

field-numbered = { $field }{ $number }
scope-basis-published = 公表
scope-basis-inferred = 推定
precision-about = 概数
field-title-en = 英語の名称
field-title-ja = 日本語の名称
field-text-en = 英文
field-text-ja = 和文
field-measure = 指標
field-status = 状態
field-iso3 = 国コード
field-order = 署名の順
field-decided-on = 決定日
field-announced-on = 発表日
field-announced-in = 発表年
field-issued-on = 発行日
field-signed-on = 署名日
field-registered-on = 登録日
field-since = 開始日
field-open-on = 未発行を確認した日
field-known = 確からしさ
field-day-from = 日付の出典
field-note = 注記
field-zones = 時間帯
field-manner = 決定の方法
field-ordinal = 発行回
field-fiscal-year = 年度
field-million-tonnes = 百万トン
field-amount = 量
field-precision = 精度
field-by = 目標年
field-title-basis = 名称の根拠
field-methodology = 方法論
field-sectoral-scope = 分野
field-scope-basis = 分野の根拠
field-technology = 技術
field-versions = 版
field-approvals = 承認日
field-proposed-numbers = 提案番号
field-proponent = 提案者
field-public-inputs-first = パブリックコメントの開始日
field-public-inputs-last = パブリックコメントの終了日
field-formula-evidence = 算定式の根拠
field-projects = プロジェクト
field-cases = 件数
field-project = プロジェクト
field-partners = パートナー国
field-unnamed = 番号が公表されていないプロジェクトの数
field-vintage = 削減の年
field-period = モニタリング期間
field-first = 開始日
field-last = 終了日
field-notified = 通知量
field-goj = 日本政府の獲得予定量
field-issued = 発行量
field-issued-goj = 日本政府への発行量（その他は公表なし）
field-expected-per-year = 年間見込量
field-source = 出典
field-source-of = 量ごとの出典
field-derived = 算出の方法
field-host-participants = パートナー国側の参加者
field-japanese-participants = 日本側の参加者
field-methodologies = 方法論
field-holder = 保有者
field-side = 国
field-id = 本記録での名称
field-title = 名称
field-url = アドレス
field-kind = 種別
field-state = 時点
field-licence = 引用の条件
field-programme = 支援事業
field-operator = 実施機関
field-year = 年度
field-subsidy = 補助
field-minimum-share = 日本政府への最低配分割合
field-rounding-reading = 端数の解釈
field-evidence = 根拠
field-remarks = 備考
field-total = 決定の全体
field-totals = 決定の全体
field-sides = 国
field-holders = 保有者
field-also = 別の出典
field-lines = 内訳
field-funding = 資金支援
field-sources = 出典

# A version of a methodology, a template, and two versions side by side
version-of = { $number }の版
summary = 概要
summary-project = プロジェクトの内容
summary-pattern-is-ours = 技術と類型は当システムの表現
versions-and-changes = 版と変更点
versions-changed = 版から版への変更
compare-two = { $a }と{ $b }を比較
diff-group-more = 一方だけにあるものの詳細（{ $count }件）
diff-group-not-told = 比較できない事項（{ $count }件）
diff-group-ours = 把握の仕方（資料及び確からしさ）のみが異なる事項（{ $count }件）
diff-group-same = 両方で同じ事項（{ $count }件）
not-official = 公式なものではありません。
not-official-words = この版の関係式を完全に述べた資料はありません。ここに示すものは当システムによるもので、採択文書ではありません。
definition-not-written = この版の定義は作成されていません。類型の代用様式をご覧ください。
template-no-official = 当システムの代用様式です。制度の公式な方法論ではなく、制度の番号での計算には用いません。
definition-says = 確認した資料
built-on = 基にしたもの
definition-hash = 定義のSHA-256
condition-of = 要件{ $number }の条件
criteria-none = 要件は記載していません。資料で確認できたものがないためです。
formula-of = { $symbol }の計算式
worked-case = 計算例
worked-case-words = 文書の順に、すべての値を全桁で示し、それぞれの内訳を下に示します。
value-monitored = モニタリング
diff-title = 二つの版の比較
diff-words = 両方について把握していることをすべて並べます。方法論一覧の記載、資料に記載された計算式、作成済みの定義です。不明な点は、その理由を示します。
diff-link = 二つの版の比較（版と代用様式から二つを選択）
diff-side-a = 一つ目
diff-side-b = 二つ目
diff-compare = 比較する
diff-what = 項目
diff-both = 共通
monitoring-options = モニタリングオプション
parameter-value = 値
shown-by = 確認する資料

# リハーサルのモニタリング報告書の計算
report-papers-title = この計算のファイル
report-year = { $year }年
report-credits = クレジット
report-notes = 固定値の根拠
report-link = 計算（すべての値）
report-as-pdf = { $report }のPDF
reports-title = モニタリング報告書の計算
reports-words = すべての中間値を単位と根拠とともに示します。印刷用のファイルもあります。
to-rehearsal = この報告書のリハーサル

# 方法論の草案の確認と試算
draft-title = 方法論の草案を確かめる
draft-link = 方法論の草案を確かめる（誤りの一覧、表示の確認及び試算）
draft-words = 定義を貼り付けるか、ファイルを選択してください。誤りをすべて、行番号及び直し方とともに示します。誤りがない場合は、草案の表示及び入力値による試算を示します。
draft-kept = 草案は保存しません。確認して結果を表示した後、破棄します。
draft-example = 記入例を入力する
draft-begin = 冒頭部分を入力する
draft-begin-from = 代用様式から始める
draft-definition = 定義
draft-definition-help = 当システムの代用様式と同じ形式（TOML）で記入してください。代用様式にある内容を繰り返す必要はありません。
draft-file = 又はファイル
draft-file-help = { $characters }文字以内のdefinition.toml。選択した場合は、上に貼り付けた内容に代えて用います。
draft-case = 試算に用いる値（空欄可）
draft-case-help = [monitored]及び[fixed]の下に記号ごとの値を記入してください。[expected]の下の結果は、記載した桁で照合します。
draft-check = 草案を確認する
draft-again = 修正して再び確認する
draft-bounds = 一つの草案に使える計算時間は{ $seconds }秒、メモリは{ $megabytes } MiBです。これを超えるものは中止します。
draft-faults = 誤り{ $count }件（説明は英語です）。
draft-no-faults = 誤りはありません。
draft-not-worked = 誤りを直すまで計算は行いません。
draft-view = 草案の表示
draft-view-words = 利用者の草案です。公式の方法論ではなく、採択された文書との照合も行われていません。
draft-tried = 試算
draft-heading = 草案：利用者のファイルによる計算で、公式の方法論ではありません
draft-values-rest-on = 入力値の根拠：
draft-year = 暦年
draft-warnings = 注意事項
draft-trees = 計算の内訳
draft-lines-cut = 文書が長いため、誤りの前後の行のみを示します。
draft-too-long-view = 草案に誤りはありませんが、長すぎるため表示できません。
draft-too-long-tried = 試算は終わりましたが、長すぎるため表示できません。
draft-problem-blank = 定義がありません。
draft-problem-words-blank = 下の欄に貼り付けるか、ファイルを選択してください。
draft-problem-too-large = 大きすぎます。
draft-problem-words-too-large = 定義及び値は、それぞれ{ $characters }文字以内です。何も読み込んでいません。
draft-problem-too-long = 長すぎます。
draft-problem-words-too-long = 定義及び値は、それぞれ{ $characters }文字以内です。確認は行っていません。
draft-problem-not-text = ファイルが文書ではありません。
draft-problem-words-not-text = UTF-8の文書として保存し、もう一度送信してください。
draft-problem-out-of-bounds = 確認を中止しました。
draft-problem-words-out-of-bounds = この草案には{ $seconds }秒を超える計算時間又は{ $megabytes } MiBを超えるメモリが必要でした。式、対象又は値を減らすか、短くしてください。
draft-problem-busy = ほかの草案を確認しています。
draft-problem-words-busy = 入力内容は下に残っています。数秒後にもう一度送信してください。
refusal-form-not-ours = フォームを受け付けられません
refusal-words-form-not-ours = 別のページから送信されたか、ブラウザーがこのサイトのクッキーを保存していません。ページを開き直して、もう一度送信してください。何も保存されていません。

# The workbook of a version or a template
workbook-file = Excel用ワークブック
workbook-file-words = 制度の様式に沿った計画（MPS）、モニタリング体制（MSS）、報告（MRS）の各シートです。青いセルに入力すると、その他のセルはこのページの算定式により自動的に計算されます。数値は、ワークブックを読み戻す際に改めて正確に計算します。
workbook-file-words-of-template = 制度の様式に沿った計画（MPS）、モニタリング体制（MSS）、報告（MRS）の各シートです。青いセルに入力すると、その他のセルは非公式の代用様式の算定式により自動的に計算されます。数値は、ワークブックを読み戻す際に改めて正確に計算します。
workbook-of-template = 非公式の代用様式{ $id }から作成し、その旨を各シートに記載します。
workbook-its-formulas = その算定式
workbook-how-many = { $set }の数
workbook-first-day = モニタリング期間の初日
workbook-last-day = モニタリング期間の末日
workbook-download = ワークブックをダウンロード
workbook-tutorial = 入力から読み戻しまでの手順は、OpenJCMの文書「モニタリング報告書の記入」で説明しています。
workbook-years = 期間内の暦年ごとに、MRS(input)には行を、MRS(calc_process)には列を設けます。

# A definition tried with values of a reader’s own
try-title = 試算
try-words = 初期値は計算例の値です。値を入力すると、結果を正確に計算します。入力した値は保存されません。
try-kept = 次の値は計算例のままです
try-compute = 計算する
try-wrong = 次の欄を読み取れません。その他の欄は入力したままです。
try-wrong-number = 0.533のように、コンマを付けずに数値を入力してください
try-wrong-choice = 選択肢から選んでください
try-wrong-day = 2017-03-31のように日付を入力してください
try-refused = この値では計算できません。
try-RE = リファレンス排出量RE
try-PE = プロジェクト排出量PE
try-ER = 排出削減量ER
try-whole = 整数トン
try-not-told = 定まらない
try-values = 計算途中のすべての値（全桁）
