/** What `--help` prints. */
export const HELP = `corroborate — compare what several articles say about one event

Usage
  corroborate analyze PATH…  [--format text|json]
      Statements, numbers and sources in articles (.txt, .md); a PATH is a file or a folder.
  corroborate compare FOLDER [--format text|json]
      The same fact in the articles of a folder: what agrees, what is more exact, what differs.
  corroborate check PATH…    [--format text|json|sarif] [--fail-on STATUS,…]
      Annotation files: format, ids, whether the annotated words still stand in the article.
      --fail-on also counts annotations of these statuses as findings (disputed,needs-source).
  corroborate adopt OLD NEW
      The annotations of an article that is now called NEW go along with it.
  corroborate merge BASE OURS THEIRS [--output FILE]
      Merges three versions of an annotation file by meaning; a true conflict keeps both values.
  corroborate install-merge-driver [FOLDER]
      Makes git use it for *.annotations.yaml in that repository.
  corroborate export ARTICLE [--format jsonld|csv|markdown] [--output FILE]
      An article's annotations as W3C Web Annotations (default), a spreadsheet, or a report.
  corroborate import ARTICLE FILE
      Annotations from W3C Web Annotations or Hypothesis's JSON into the article's file.
  corroborate lsp --stdio
      Runs the language server for any LSP editor.

Options
  --format FORMAT   text (default) or json; check also has sarif
  --help            this text
  --version         the version

Exit codes
  0  fine    1  findings    2  cannot run (wrong use, or files that cannot be read)
`;
