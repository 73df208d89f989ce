### The sheets of a workbook

sheet-plan = モニタリング計画書（入力シート）［プロジェクト設計書添付］
sheet-plan-calculation = モニタリング計画書（計算過程シート）［プロジェクト設計書添付］
sheet-structure = モニタリング体制書［プロジェクト設計書添付］
sheet-report = モニタリング報告書（入力シート）［検証用］
sheet-report-calculation = モニタリング報告書（計算過程シート）［検証用］
spreadsheet-official = モニタリングスプレッドシート：JCM_{ $id }
spreadsheet-own = 計算の基：{ $id }
reference-number = プロジェクト番号：{ $number }
reference-none = プロジェクト番号：未記入
project-title = プロジェクト：{ $title }
definition-state = OpenJCMが次の定義から作成：SHA-256 { $sha256 }
stands-for = 式を完全に示す資料がない{ $number }の代わりとなるものです。
not-confirmed = この定義は採択文書と照合されていません。正式なものは採択されたスプレッドシートのみです。
confirmed-definition = この定義は採択文書と照合済みです。正式なものは採択されたスプレッドシートのみです。

### Tables

table-monitored-plan = 表1：事後にモニタリングするパラメータ
table-monitored-report = 表1：事後にモニタリングしたパラメータ
table-fixed = 表2：事前に固定するプロジェクト固有のパラメータ
table-estimate = 表3：CO2排出削減量の事前推計
table-result = 表2：CO2排出削減量の事後計算
table-lookup = { $symbol }の値：{ $says }
table-options = ［モニタリングオプション］
option-a = オプションA：プロジェクト参加者以外が測定した公表データに基づく（統計、仕様書など公に認められたデータ）
option-b = オプションB：計測機器で直接測定した取引量に基づく（請求書など商取引の証拠）
option-c = オプションC：計測機器による実測に基づく（測定値）

### Headers of columns

header-period = モニタリング期間
header-point = モニタリング点番号
header-parameters = パラメータ
header-description = データの説明
header-estimated = 推計値
header-monitored = モニタリング値
header-units = 単位
header-option = モニタリングオプション
header-source = データの出典
header-methods = 測定方法と手順
header-frequency = モニタリング頻度
header-comments = 備考
header-member = 要素
header-evidence = 根拠
header-formula = 式
header-vintage = 対象年
header-reductions = CO2排出削減量
header-credits = 整数トン
header-estimate = 推計
header-total = 合計
header-from = 以上
header-to = 未満
header-from-open = 超
header-to-itself = 以下
header-option-key = 選択肢
header-since = 以後
header-value = 値
header-personnel = 責任者
header-role = 役割

### Calculation

section-reductions = 1. 排出削減量の計算
section-selected = 2. 使用する値：モニタリング値、事前固定値、既定値
section-reference = 3. リファレンス排出量の計算
section-project = 4. プロジェクト排出量の計算
says-re = リファレンス排出量
says-pe = プロジェクト排出量
says-credits = 整数トンに切り捨てた排出削減量（零を下回らない）
credits-evidence = 解釈（解釈第0003号、要確認）：暦年ごとに一度切り捨てます。小数第9位の丸めは、2進数で計算するこのシートだけのもので、正確な値が優先します。
says-missing = まだ入力されていない値
units-tonnes = tCO2e
units-whole = tCO2e（整数）
units-count = 個
help-gather = { $formula }を集計する順
credits-label = 整数トン
missing-label = 未入力

### What an input cell says

input-number = { $symbol }（{ $unit }）
input-number-wrong = { $unit }の数値を入力してください。文字や数式は使えません。
input-option = 次のいずれか：{ $options }
input-option-wrong = 次から選んでください：{ $options }
input-day = 日付（例：2017-03-01）
input-day-wrong = 日付を入力してください（例：2017-03-01）。
input-range = そのまま信頼できる範囲：{ $range }。
evidence-of = { $evidence }：{ $source }
structure-role-manager = モニタリング全体の責任者
structure-role-measuring = 測定と記録
structure-role-checking = 記録の確認
structure-words = モニタリングの各部分の責任者です。氏名と役割を入力してください。
colours-words = 青いセルに入力します。その他のセルは保護されており、自動で計算します。

### 読み戻したワークブック

read-other-state = 注記：この定義の別の状態から作成されたもので、こちらの定義により計算しました
read-whole = 整数トン
read-untold = 定まりません
read-plan = 計画
read-total = 合計
read-note = 注記：{ $place }：{ $message }
read-differs = { $place }：{ $of }は{ $worked }、シートの表示は{ $there }
read-more = ほかにもあります
read-missing = { $place }：{ $message }
read-why-blank = 空白のセルは計算されていません。表計算ソフトで開き、計算させて保存してください
read-why-beside = 整数のすぐ近くでは、シートは末尾の桁を判定できません。正確な値が優先します
read-why-another = シートの数値が古いか、上書きされています。表計算ソフトで開き、計算させて保存してください。それでも異なる数値は上書きされたものです
read-lost = シートのセルが失われています。作成されたときのままのワークブックに入力してください
read-agree = シートの数値は一致しています
