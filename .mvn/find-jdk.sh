# Sourced by ./bricklayer and ./mvnw: sets JAVA_HOME to a JDK of at least 25, or says what to install and exits.

# Those of the folders that hold such a JDK, as lines of its version and the folder.
bricklayer_fitting() {
  for home in "$@"; do
    [ -x "$home/bin/javac" ] && [ -r "$home/release" ] || continue
    version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$home/release")
    [ "${version:-0}" -lt 25 ] || echo "$version $home"
  done
}

# The one that is named, else the one on the path, else the lowest version among those installed.
bricklayer_find_jdk() {
  javac=$(command -v javac) || javac=
  {
    bricklayer_fitting "${BRICKLAYER_JAVA_HOME-}" "${JAVA_HOME-}" \
      "${javac:+$(dirname "$(dirname "$(readlink -f "$javac")")")}"
    bricklayer_fitting /usr/lib/jvm/* /opt/java/* /opt/jdk* \
      "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home | sort -n
  } | sed -n '1s/^[0-9]* //p'
}

JAVA_HOME=$(bricklayer_find_jdk)
if [ -z "$JAVA_HOME" ]; then
  echo "Bricklayer needs a JDK 25 and found none: install one (Temurin 25, for example) and set JAVA_HOME to its folder." >&2
  exit 1
fi
export JAVA_HOME
