# Sourced by ./bricklayer and ./mvnw: sets JAVA_HOME to a JDK of at least 25, or says what to install and exits.

bricklayer_jdk_version() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}

bricklayer_find_jdk() {
  for home in "${BRICKLAYER_JAVA_HOME:-}" "${JAVA_HOME:-}" \
    "$(command -v javac >/dev/null 2>&1 && dirname "$(dirname "$(readlink -f "$(command -v javac)")")")" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    version=$(bricklayer_jdk_version "$home") || continue
    if [ "${version:-0}" -ge 25 ]; then
      JAVA_HOME=$home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Bricklayer needs a JDK 25 and found none: install one (Temurin 25, for example) and set JAVA_HOME to its folder." >&2
  exit 1
}

bricklayer_find_jdk
