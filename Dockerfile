# Builds the site of content/ and serves it with Caddy: docs/deploy.md, «A container».
FROM node:24-bookworm-slim AS build
WORKDIR /site
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts
COPY . .
# The image brings Node 24 itself; the package «node», which would fetch one, is not asked.
RUN node scripts/build.ts --precompress \
 && node scripts/headers.ts caddy --precompress --root /srv/site --to site.caddy

FROM caddy:2.10-alpine
COPY docker/Caddyfile /etc/caddy/Caddyfile
COPY --from=build /site/site.caddy /etc/caddy/site.caddy
COPY --from=build /site/dist /srv/site
