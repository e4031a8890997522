# One image for every role; compose or the command line chooses: poll, scrape, deliver or newsrelay.
# Node itself is the base image's, so the package that pins it for checkouts is not installed.
FROM node:24-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/node node_modules/.bin/node

FROM node:24-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
COPY package.json ./
COPY src ./src
COPY consumer ./consumer
COPY workers ./workers
COPY config ./config
COPY demo ./demo
# Only the data folder may be written to.
RUN install -d -o node -g node /app/data
USER node
# Containers are stopped with SIGTERM, which is for the worker itself and not for a shell around it.
CMD ["node", "workers/newsrelay.ts", "run"]
