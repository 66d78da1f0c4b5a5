# syntax=docker/dockerfile:1
# Build:  docker build -t picqer-optiply .
# Run:    docker run --read-only --tmpfs /tmp:exec --stop-timeout 30 -v picqer-optiply:/data \
#             -v "$PWD/routes/customers:/app/routes/customers:ro" --env-file customers.env picqer-optiply
#         (SQLite unpacks a library of its own into /tmp, hence exec.)
# Demo:   docker run --rm --read-only --tmpfs /tmp:exec picqer-optiply demo

FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY . .
# The cache keeps what Maven fetched, so that a change of the code does not fetch it again.
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -DskipTests package

FROM eclipse-temurin:17.0.15_6-jre-jammy
# Numbers, because a cluster that demands a user other than root cannot look up a name.
RUN groupadd --system --gid 10001 picqer-optiply \
 && useradd --system --uid 10001 --gid 10001 --home-dir /app --shell /usr/sbin/nologin picqer-optiply \
 && mkdir /data \
 && chown 10001:10001 /data
WORKDIR /app
COPY --from=build /build/target/lib lib/
COPY --from=build /build/target/picqer-optiply.jar ./
COPY routes routes/
COPY application.properties ./
# The state and the dropped files lie on the volume, wherever the rest of the file says otherwise.
RUN sed -i -e 's#^picqer-optiply.database.url=.*#picqer-optiply.database.url=jdbc:sqlite:/data/picqer-optiply.db#' \
        -e 's#^picqer-optiply.drop.folder=.*#picqer-optiply.drop.folder=/data/drop#' application.properties \
 && grep -q '^picqer-optiply.database.url=jdbc:sqlite:/data/' application.properties \
 && grep -q '^picqer-optiply.drop.folder=/data/' application.properties
# Classes read and checked once, while the image is made, and not at every start. The demo uses nearly all of them, and
# proves the image at the same time: the build fails if a number is not right. The path of the jar has to be the same as below.
RUN java -XX:+UseSerialGC -XX:ArchiveClassesAtExit=picqer-optiply.jsa -Xlog:cds=off -Xlog:cds+dynamic=off -jar /app/picqer-optiply.jar demo

USER 10001:10001
VOLUME /data
# curl is not in the image; the service answers on the loopback only, and that is where the check asks.
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["java", "-XX:TieredStopAtLevel=1", "-cp", "/app/picqer-optiply.jar", "com.optiply.picqer.cli.HealthProbe", "http://127.0.0.1:9876/observe/health"]
# The live heap is some 24 MB: one thread collects it in less processor time than several (src/docs/decisions/29).
# Options of the machine, such as -Xmx, come in through JDK_JAVA_OPTIONS.
# java is process 1 itself and gets SIGTERM, on which the service lets runs come to a safe point (camel.main.shutdown-timeout,
# 15 s), so whoever stops the container has to wait longer than that.
# Without memory nothing can be trusted to go on: the process ends, the next one goes on where it was.
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:SharedArchiveFile=/app/picqer-optiply.jsa", "-Xshare:auto", "-jar", "/app/picqer-optiply.jar"]
