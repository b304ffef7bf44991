# Prints the failed tests of a surefire report: the test's name, then its words up to the stack trace.

function decoded(text) {
  gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&quot;/, "\"", text); gsub(/&apos;/, "'", text)
  gsub(/&#10;/, "\n    ", text); gsub(/&amp;/, "\\&", text)
  return text
}

function attribute(name) {
  if (!match($0, " " name "=\"[^\"]*\"")) return ""
  return decoded(substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4))
}

/<testcase / { test = attribute("classname") " " attribute("name") }

/<(failure|error)[ >]/ {
  print "\nFAILED " test
  words = 1
  sub(/.*<(failure|error)[^>]*>/, "")
}

words {
  if ($0 ~ /^\tat / || $0 ~ /^[ \t]*<\/(failure|error)>/) { words = 0; next }
  end = $0 ~ /(\]\]>|<\/failure>|<\/error>)/
  gsub(/<!\[CDATA\[|\]\]>|<\/failure>|<\/error>/, "")
  if ($0 != "") print "    " decoded($0)
  if (end) words = 0
}
