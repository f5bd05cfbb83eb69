# Sourced by ./build and ./groundplan: sets JAVA_HOME to a JDK 25 or later, or says what to install.
jdk_version() { "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'; }
find_jdk() {
  local home version
  for home in "${JAVA_HOME:-}" "${JDK25_HOME:-}" /usr/lib/jvm/*25* /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/25* \
      /Library/Java/JavaVirtualMachines/*25*/Contents/Home /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home /opt/*jdk*25*; do
    [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue
    version=$(jdk_version "$home")
    if [ "${version:-0}" -ge 25 ]; then JAVA_HOME=$home; export JAVA_HOME; return 0; fi
  done
  echo "groundplan: no JDK 25 found (looked at JAVA_HOME, /usr/lib/jvm, SDKMAN, macOS folders)." >&2
  echo "  Install one, for example Eclipse Temurin 25, and set JAVA_HOME to it." >&2
  return 1
}
