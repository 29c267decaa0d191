# Builds the site of content/ and serves it with Caddy: docs/deploy.md, «A container».
FROM node:24-bookworm-slim AS build
WORKDIR /site
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts
COPY . .
# The moment of the build. Without a new one, Docker takes the site out of its cache as long as no file has changed.
ARG NOW
# Where the service of comments listens: docker/compose.yaml.
ARG COMMENTS=127.0.0.1:8090
# The image brings Node 24 itself, so no other is installed.
RUN node scripts/build.ts --precompress ${NOW:+--now "$NOW"} \
 && node scripts/headers.ts caddy --precompress --root /srv/site --to site.caddy --comments "$COMMENTS"

FROM caddy:2.10-alpine
COPY docker/Caddyfile /etc/caddy/Caddyfile
COPY --from=build /site/site.caddy /etc/caddy/site.caddy
COPY --from=build /site/dist /srv/site
# As the image of Caddy does; to it, an empty SITE_ADDRESS would be none of its own, and an error.
CMD ["sh", "-c", "export SITE_ADDRESS=\"${SITE_ADDRESS:-:80}\" && exec caddy run --config /etc/caddy/Caddyfile --adapter caddyfile"]
