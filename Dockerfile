# syntax=docker/dockerfile:1
# The site alone, as Next's standalone output: docs/deploy.md says how to run it.

FROM node:22-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN --mount=type=cache,target=/root/.npm npm ci
COPY . .
# Built without settings: a container takes them as it starts, and renders its pages then. Only the path
# below which the site lives, such as /blog, is in every address that is built.
ARG BASE_PATH=
RUN BUILD_STANDALONE=1 npm run build

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOSTNAME=0.0.0.0 \
    PORT=3000 \
    CACHE_DIRECTORY=/data
ARG BASE_PATH=
ENV BASE_PATH=$BASE_PATH
COPY --from=build /app/.next/standalone ./
COPY --from=build /app/.next/static ./.next/static
COPY --from=build /app/public ./public
# Beside rendered pages, pictures are kept as they were made smaller.
RUN mkdir -p /data .next/cache && chown node:node /data .next/cache
USER node
EXPOSE 3000
# Rendered pages and the list of posts outlive the container here.
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}${process.env.BASE_PATH}/api/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server.js"]
